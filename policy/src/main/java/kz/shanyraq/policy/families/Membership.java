package kz.shanyraq.policy.families;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.household.Absence;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;
import kz.shanyraq.policy.household.Status;
import kz.shanyraq.policy.household.Study;

/// Who is of the assistance family (Social Code, art. 120 §5), as a [kz.shanyraq.policy.Verdict] for each
/// person.
public final class Membership {

    /// Where relatives must live to be of the family.
    public enum Relatives {
        /// All relatives of the joint household: until March 2019.
        ANYWHERE,
        /// Relatives with the same dwelling only: from April 2019. Unconfirmed (`docs/reading-of-the-law.md`
        /// §2).
        SAME_DWELLING
    }

    /// Out of the family: on full state provision, conscripts, prisoners, persons on compulsory treatment.
    private static final long OUT =
            Code.set(Absence.STATE_PROVISION, Absence.CONSCRIPT, Absence.PRISON, Absence.COMPULSORY_TREATMENT);

    /// Cohabitation is not required of who works away, or of children in boarding schools.
    private static final long AWAY_BUT_IN = Code.set(Absence.WORKS_AWAY, Absence.BOARDING_SCHOOL);

    private static final long CHILDREN = Code.set(Relation.CHILD, Relation.FOSTER_CHILD);
    private static final long COUPLE = Code.set(Relation.HEAD, Relation.SPOUSE);
    private static final long FULL_TIME = Code.set(Study.SCHOOL, Study.COLLEGE_FULL_TIME, Study.UNIVERSITY_FULL_TIME);

    /// Whether a person is of the assistance family.
    public static long of(Households h, int p, Day day, Relatives relatives) {
        byte absence = h.absence[p];
        byte status = h.status[p];
        if (!day.born(h.birthDate[p]) || Code.in(absence, OUT) || Status.OTHER.is(status)) {
            return UNMET;
        }
        long residence = relatives == Relatives.ANYWHERE || h.livesWithFamily[p] == 1 ? MET : residence(h, p, day);
        if (residence == UNMET) {
            return UNMET;
        }
        long missing = (absence < 0 ? Fact.ABSENCE.bit() : 0) | (status < 0 ? Fact.STATUS.bit() : 0);
        return missing | residence;
    }

    /// Whether somebody who may not live with the family is of it all the same: head and spouse; who works
    /// away; children under 18 and full-time students until 23; pupils.
    private static long residence(Households h, int p, Day day) {
        byte relation = h.relation[p];
        if (Code.in(relation, COUPLE) || Code.in(h.absence[p], AWAY_BUT_IN)) {
            return MET;
        }
        long elsewhere =
                h.livesWithFamily[p] < 0 ? Fact.DWELLING_ID.bit() : h.absence[p] < 0 ? Fact.ABSENCE.bit() : UNMET;
        if (relation < 0) {
            return Fact.RELATION.bit();
        }
        return Code.in(relation, CHILDREN) ? childElsewhere(h, p, day, elsewhere) : elsewhere;
    }

    private static long childElsewhere(Households h, int p, Day day, long elsewhere) {
        int birth = h.birthDate[p];
        if (birth == Households.UNKNOWN_DATE) {
            return Fact.BIRTH_DATE.bit();
        }
        if (day.under18(birth)) {
            return MET;
        }
        return birth > day.born23() ? studies(h.study[p], elsewhere) : elsewhere;
    }

    private static long studies(byte study, long otherwise) {
        return Code.in(study, FULL_TIME) ? MET : study < 0 ? Fact.STUDY.bit() : otherwise;
    }

    /// Whether a person of known or unknown age is a child in the wider sense: under 18, or a full-time
    /// student until the 23rd birthday.
    public static long childOrStudent(Households h, int p, Day day) {
        int birth = h.birthDate[p];
        if (birth == Households.UNKNOWN_DATE) {
            return Fact.BIRTH_DATE.bit();
        }
        if (day.under18(birth)) {
            return MET;
        }
        return birth > day.born23() ? studies(h.study[p], UNMET) : UNMET;
    }

    /// Whether a person of known or unknown age is a full-time student from 18 until the 23rd birthday.
    public static long grownStudent(Households h, int p, Day day) {
        int birth = h.birthDate[p];
        long study = studies(h.study[p], UNMET);
        boolean known = birth != Households.UNKNOWN_DATE;
        if (study == UNMET || known && (day.under18(birth) || birth <= day.born23())) {
            return UNMET;
        }
        return study | (known ? MET : Fact.BIRTH_DATE.bit());
    }

    /// Whether a person is one of the children who make a family a large one (көпбалалы отбасы, многодетная
    /// семья): an own or foster child of head and spouse, under 18 or a full-time student until the 23rd
    /// birthday.
    public static long childOfLargeFamily(Households h, int p, Day day) {
        byte relation = h.relation[p];
        if (relation >= 0 && !Code.in(relation, CHILDREN)) {
            return UNMET;
        }
        long young = childOrStudent(h, p, day);
        return young == UNMET ? UNMET : young | (relation < 0 ? Fact.RELATION.bit() : 0);
    }

    private Membership() {}
}
