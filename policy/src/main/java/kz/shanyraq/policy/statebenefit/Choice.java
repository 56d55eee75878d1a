package kz.shanyraq.policy.statebenefit;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;

import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.families.Membership;
import kz.shanyraq.policy.household.BreadwinnerLost;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.DisabilityCause;
import kz.shanyraq.policy.household.Households;

/// One benefit out of two (articles 175 §6, 177 §5–6): a dependant with a disability gets both benefits if a
/// child, or with a disability since childhood; otherwise only one by choice: the one named in `receives`,
/// else the larger.
final class Choice {

    /// Whether both benefits are due to a person and exclude each other: a student of 18 to 22 who depended
    /// on the breadwinner and has a disability that is not since childhood.
    static long excludes(Households h, int p, Day day) {
        byte disability = h.disability[p];
        byte cause = h.disabilityCause[p];
        byte lost = h.breadwinnerLost[p];
        long student = Membership.grownStudent(h, p, day);
        if (student == UNMET
                || Disability.NONE.is(disability)
                || DisabilityCause.SINCE_CHILDHOOD.is(cause)
                || BreadwinnerLost.NONE.is(lost)) {
            return UNMET;
        }
        return student
                | (disability < 0 ? Fact.DISABILITY.bit() : 0)
                | (cause < 0 ? Fact.DISABILITY_CAUSE.bit() : 0)
                | (lost < 0 ? Fact.BREADWINNER_LOST.bit() : 0);
    }

    /// Whether a person may have the benefit by disability: always, unless it is excluded and the other one
    /// is chosen.
    static long takesDisability(Households h, int f, int p, DisabilityBenefit.Rates rates) {
        long excludes = excludes(h, p, rates.day());
        if (excludes == UNMET) {
            return MET;
        }
        long prefers = prefersDisability(h, f, p, rates);
        return prefers == MET || excludes == MET ? prefers : Verdict.missing(prefers) | excludes;
    }

    /// Which of the two a person has who may have only one: whether the one by disability.
    static long prefersDisability(Households h, int f, int p, DisabilityBenefit.Rates rates) {
        int receives = h.receives[p];
        if (receives == Code.UNKNOWN) {
            return Fact.RECEIVES.bit();
        }
        return (receives & Benefit.DISABILITY_BENEFIT.bit()) != 0
                ? MET
                : (receives & Benefit.SURVIVOR.bit()) != 0 ? UNMET : disabilityIsLarger(h, f, p, rates);
    }

    /// Whether the benefit by disability is at least the person's share of the other one: the sum of those
    /// who lost one, divided by their number, or the sum of an orphan.
    private static long disabilityIsLarger(Households h, int f, int p, DisabilityBenefit.Rates rates) {
        byte lost = h.breadwinnerLost[p];
        long orphan = atLeast(h, p, rates, rates.shares().orphan(), 1);
        if (BreadwinnerLost.BOTH.is(lost)) {
            return orphan;
        }
        int dependants = 1;
        for (int q = h.firstPerson[f]; q < h.firstPerson[f + 1]; q++) {
            boolean depends =
                    q != p && Dependants.of(h, q, rates.day()) == MET && BreadwinnerLost.ONE.is(h.breadwinnerLost[q]);
            dependants += depends ? 1 : 0;
        }
        long together = atLeast(h, p, rates, rates.shares().together(dependants), dependants);
        return BreadwinnerLost.ONE.is(lost) || orphan == together
                ? together
                : Fact.BREADWINNER_LOST.bit() | Verdict.missing(orphan) | Verdict.missing(together);
    }

    /// Whether so many times the coefficient reach a sum, whatever is not known of the person.
    private static long atLeast(Households h, int p, DisabilityBenefit.Rates rates, long sum, int times) {
        long least = DisabilityBenefit.extreme(h, p, rates, false);
        long most = DisabilityBenefit.extreme(h, p, rates, true);
        return times * least >= sum ? MET : times * most < sum ? UNMET : DisabilityBenefit.missing(h, p, rates);
    }
}
