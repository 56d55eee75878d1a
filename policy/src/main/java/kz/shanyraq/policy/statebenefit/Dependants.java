package kz.shanyraq.policy.statebenefit;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.families.Membership;
import kz.shanyraq.policy.household.BreadwinnerLost;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.DisabilityCause;
import kz.shanyraq.policy.household.Households;

/// Who is a dependant of a lost breadwinner: under 18, or a full-time student until 23, or with a disability
/// since childhood. The article's list was not read in full: unconfirmed.
final class Dependants {

    private static final long LOST = Code.set(BreadwinnerLost.ONE, BreadwinnerLost.BOTH);

    /// Whether a person who lost a breadwinner depends on the benefit; who did not lose one is not a
    /// dependant.
    static long of(Households h, int p, Day day) {
        long dependant = or(alwaysCounted(h, p, day), Membership.grownStudent(h, p, day));
        return dependant == UNMET || notLost(h, p, day) ? UNMET : dependant | missingOfLoss(h, p);
    }

    /// Whether the benefit is paid for a person: a dependant who does not get the benefit by disability
    /// instead.
    static long counted(Households h, int f, int p, DisabilityBenefit.Rates rates) {
        Day day = rates.day();
        if (notLost(h, p, day)) {
            return UNMET;
        }
        long counted = or(alwaysCounted(h, p, day), studentNotDisabled(h, f, p, rates));
        return counted == UNMET ? UNMET : counted | missingOfLoss(h, p);
    }

    /// Whether a person is a dependant who gets the benefit by disability instead.
    static long chose(Households h, int f, int p, DisabilityBenefit.Rates rates) {
        long excludes = Choice.excludes(h, p, rates.day());
        long prefers = excludes == UNMET ? UNMET : Choice.prefersDisability(h, f, p, rates);
        return prefers == UNMET ? UNMET : excludes | prefers;
    }

    private static boolean notLost(Households h, int p, Day day) {
        return BreadwinnerLost.NONE.is(h.breadwinnerLost[p]) || !day.born(h.birthDate[p]);
    }

    private static long missingOfLoss(Households h, int p) {
        return h.breadwinnerLost[p] < 0 ? Fact.BREADWINNER_LOST.bit() : 0;
    }

    /// A child, or somebody with a disability since childhood: these have both benefits.
    private static long alwaysCounted(Households h, int p, Day day) {
        int birth = h.birthDate[p];
        long child = birth == Households.UNKNOWN_DATE ? Fact.BIRTH_DATE.bit() : Verdict.of(day.under18(birth));
        return or(child, disabledSinceChildhood(h, p));
    }

    /// A student of 18 to 22 who has no disability that excludes this benefit, or has chosen this one.
    private static long studentNotDisabled(Households h, int f, int p, DisabilityBenefit.Rates rates) {
        long student = Membership.grownStudent(h, p, rates.day());
        byte disability = h.disability[p];
        if (student == UNMET
                || Disability.NONE.is(disability)
                || DisabilityCause.SINCE_CHILDHOOD.is(h.disabilityCause[p])) {
            return student;
        }
        long prefers = Choice.prefersDisability(h, f, p, rates);
        if (prefers == UNMET || prefers == MET && disability >= 0) {
            return prefers == UNMET ? student : UNMET;
        }
        return student | Verdict.missing(prefers) | (disability < 0 ? Fact.DISABILITY.bit() : 0);
    }

    private static long or(long one, long other) {
        return one == MET || other == MET ? MET : one == UNMET ? other : other == UNMET ? one : one | other;
    }

    /// Whether somebody is known to have lost a breadwinner.
    static boolean lost(byte cell) {
        return Code.in(cell, LOST);
    }

    private static long disabledSinceChildhood(Households h, int p) {
        byte disability = h.disability[p];
        byte cause = h.disabilityCause[p];
        if (Disability.NONE.is(disability) || cause >= 0 && !DisabilityCause.SINCE_CHILDHOOD.is(cause)) {
            return UNMET;
        }
        return (disability < 0 ? Fact.DISABILITY.bit() : MET) | (cause < 0 ? Fact.DISABILITY_CAUSE.bit() : MET);
    }

    private Dependants() {}
}
