package kz.shanyraq.policy.signals;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Provision;

/// A detection from the facts that somebody may need special social services (the grounds of article 133 that
/// data can show) or could join an employment measure. A detection is no decision: a human looks.
///
/// Not detected from data: minors neglected (3) or in special schools (4), socially significant diseases (7),
/// cruel treatment (9).
public enum Signal implements Code {
    /// Ground 1: a child who lost both breadwinners.
    ORPHANHOOD(Provision.NEED_FOR_SERVICES, Fact.BIRTH_DATE, Fact.BREADWINNER_LOST),
    /// Ground 2: a child in whose family no parent or guardian is at home.
    NO_PARENTAL_CARE(Provision.NEED_FOR_SERVICES, Fact.BIRTH_DATE, Fact.RELATION, Fact.PARENT, Fact.ABSENCE),
    /// Ground 5: a child under 3 with a disability.
    EARLY_DEVELOPMENT(Provision.NEED_FOR_SERVICES, Fact.BIRTH_DATE, Fact.DISABILITY),
    /// Ground 6: disability.
    DISABILITY(Provision.NEED_FOR_SERVICES, Fact.DISABILITY),
    /// Ground 8: somebody of pension age who cannot look after themselves.
    OLD_AGE(Provision.NEED_FOR_SERVICES, Fact.BIRTH_DATE, Fact.NEEDS_CARE),
    /// Ground 10.
    HOMELESSNESS(Provision.NEED_FOR_SERVICES, Fact.HOMELESS),
    /// Ground 11: released from prison in the last twelve months (the span is unconfirmed).
    RELEASE_FROM_PRISON(Provision.NEED_FOR_SERVICES, Fact.RELEASED_ON),
    /// Ground 12.
    PROBATION(Provision.NEED_FOR_SERVICES, Fact.PROBATION),
    /// Who neither works nor studies could register as unemployed, from 16 to pension age (article 99).
    COULD_REGISTER(Provision.EMPLOYMENT_MEASURES, Fact.BIRTH_DATE, Fact.WORK, Fact.STUDY),
    /// Public works: unemployed, from 16 to pension age.
    PUBLIC_WORKS(Provision.EMPLOYMENT_MEASURES, Fact.BIRTH_DATE, Fact.WORK),
    /// Social jobs: unemployed members of target groups.
    SOCIAL_JOB(Provision.EMPLOYMENT_MEASURES, Fact.BIRTH_DATE, Fact.WORK, Fact.DISABILITY, Fact.RELEASED_ON),
    /// Youth practice: unemployed graduates of the last five years, up to 35 (29 before July 2023).
    YOUTH_PRACTICE(Provision.EMPLOYMENT_MEASURES, Fact.BIRTH_DATE, Fact.WORK, Fact.GRADUATED_ON, Fact.EDUCATION_LEVEL),
    /// First job: unemployed up to 35 without any insured month (from July 2023).
    FIRST_JOB(Provision.EMPLOYMENT_MEASURES, Fact.BIRTH_DATE, Fact.WORK, Fact.INSURED_MONTHS),
    /// Silver age: unemployed from 50 to pension age (from July 2023).
    SILVER_AGE(Provision.EMPLOYMENT_MEASURES, Fact.BIRTH_DATE, Fact.WORK),
    /// Training: unemployed without a profession.
    TRAINING(Provision.EMPLOYMENT_MEASURES, Fact.BIRTH_DATE, Fact.WORK, Fact.EDUCATION_LEVEL),
    /// A job within the quota for persons with a disability.
    DISABILITY_QUOTA(Provision.EMPLOYMENT_MEASURES, Fact.BIRTH_DATE, Fact.WORK, Fact.DISABILITY);

    private final Provision provision;
    private final long restsOn;

    Signal(Provision provision, Fact... restsOn) {
        this.provision = provision;
        long bits = 0;
        for (Fact fact : restsOn) {
            bits |= fact.bit();
        }
        this.restsOn = bits;
    }

    /// The rule behind it.
    public Provision provision() {
        return provision;
    }

    /// The facts on which it rests, as bits of [Fact]: its reason.
    public long restsOn() {
        return restsOn;
    }
}
