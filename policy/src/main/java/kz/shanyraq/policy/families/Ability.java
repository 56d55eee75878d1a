package kz.shanyraq.policy.families;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Sex;
import kz.shanyraq.policy.household.Work;

/// Who is able-bodied (еңбекке қабілетті, трудоспособный): of 18 and older, below pension age, not a
/// pensioner, not of disability group I or II, without a long illness. The Code does not define it:
/// unconfirmed (`docs/reading-of-the-law.md` §2).
public final class Ability {

    private static final long SEVERE = Code.set(Disability.GROUP1, Disability.GROUP2);

    /// Whether a person is able-bodied.
    public static long of(Households h, int p, Day day) {
        int birth = h.birthDate[p];
        byte work = h.work[p];
        byte disability = h.disability[p];
        byte illness = h.longIllness[p];
        boolean known = birth != Households.UNKNOWN_DATE;
        if (known && (day.under18(birth) || retired(birth, h.sex[p], day))
                || Work.PENSIONER.is(work)
                || Code.in(disability, SEVERE)
                || illness == 1) {
            return UNMET;
        }
        return (known ? age(birth, h.sex[p], day) : Fact.BIRTH_DATE.bit())
                | (work < 0 ? Fact.WORK.bit() : 0)
                | (disability < 0 ? Fact.DISABILITY.bit() : 0)
                | (illness < 0 ? Fact.LONG_ILLNESS.bit() : 0);
    }

    /// Whether somebody with a known date of birth has certainly reached pension age; without a known sex,
    /// only at the age of both.
    private static boolean retired(int birth, byte sex, Day day) {
        return birth <= (Sex.F.is(sex) ? day.retiredWomen() : Math.min(day.retiredMen(), day.retiredWomen()));
    }

    /// Between the pension ages of women and men, the sex must be known.
    private static long age(int birth, byte sex, Day day) {
        return sex < 0 && birth <= day.retiredWomen() ? Fact.SEX.bit() : MET;
    }

    /// Whether a person has reached pension age.
    public static long retired(Households h, int p, Day day) {
        int birth = h.birthDate[p];
        byte sex = h.sex[p];
        if (birth == Households.UNKNOWN_DATE) {
            return Fact.BIRTH_DATE.bit();
        }
        if (retired(birth, sex, day)) {
            return MET;
        }
        return sex < 0 && birth <= day.retiredWomen() ? Fact.SEX.bit() : UNMET;
    }

    private Ability() {}
}
