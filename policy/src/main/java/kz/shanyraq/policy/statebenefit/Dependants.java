package kz.shanyraq.policy.statebenefit;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.families.Membership;
import kz.shanyraq.policy.household.BreadwinnerLost;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.DisabilityCause;
import kz.shanyraq.policy.household.Households;

/// Who is a dependant of a lost breadwinner: under 18, or a full-time student until 23, or with a disability
/// since childhood. The article's list was not read in full: unconfirmed.
public final class Dependants {

    private static final long LOST = Code.set(BreadwinnerLost.ONE, BreadwinnerLost.BOTH);

    /// Whether a person who lost a breadwinner depends on the benefit; who did not lose one is not a
    /// dependant.
    public static long of(Households h, int p, Day day) {
        byte lost = h.breadwinnerLost[p];
        if (BreadwinnerLost.NONE.is(lost) || !day.born(h.birthDate[p])) {
            return UNMET;
        }
        long young = Membership.childOrStudent(h, p, day);
        long dependent = young == UNMET ? disabledSinceChildhood(h, p) : young;
        return dependent == UNMET ? UNMET : dependent | (lost < 0 ? Fact.BREADWINNER_LOST.bit() : 0);
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
