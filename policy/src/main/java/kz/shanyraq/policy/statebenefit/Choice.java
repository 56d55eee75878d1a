package kz.shanyraq.policy.statebenefit;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;

import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.household.BreadwinnerLost;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.DisabilityCause;
import kz.shanyraq.policy.household.Households;

/// One benefit out of two (articles 175 §6, 177 §5–6): a dependant with a disability gets both benefits if a
/// child, or with a disability since childhood; otherwise only one by choice: the one named in `receives`,
/// else the larger.
final class Choice {

    /// Whether both benefits are due to a person and exclude each other.
    static long excludes(Households h, int p, Day day) {
        byte disability = h.disability[p];
        byte cause = h.disabilityCause[p];
        long dependant = Dependants.of(h, p, day);
        boolean both = DisabilityCause.SINCE_CHILDHOOD.is(cause)
                || h.birthDate[p] != Households.UNKNOWN_DATE && day.under18(h.birthDate[p]);
        if (dependant == UNMET || Disability.NONE.is(disability) || both) {
            return UNMET;
        }
        return dependant | (disability < 0 ? Fact.DISABILITY.bit() : 0) | (cause < 0 ? Fact.DISABILITY_CAUSE.bit() : 0);
    }

    /// Whether a person may have the benefit by disability: always, unless it is excluded and the other one
    /// is chosen.
    long takesDisability(Households h, int f, int p, DisabilityBenefit.Rates rates) {
        long excludes = excludes(h, p, rates.day());
        if (excludes == UNMET) {
            return MET;
        }
        int receives = h.receives[p];
        if (receives != Code.UNKNOWN && (receives & Benefit.DISABILITY_BENEFIT.bit()) != 0) {
            return MET;
        }
        if (Verdict.isUnknown(excludes)) {
            return excludes | (receives == Code.UNKNOWN ? Fact.RECEIVES.bit() : 0);
        }
        if (receives == Code.UNKNOWN) {
            return Fact.RECEIVES.bit();
        }
        return Verdict.of((receives & Benefit.SURVIVOR.bit()) == 0 && disabilityIsLarger(h, f, p, rates));
    }

    private static boolean disabilityIsLarger(Households h, int f, int p, DisabilityBenefit.Rates rates) {
        long minimum = rates.minimum().hundredths();
        long disability = Tenge.coefficient(rates.day(), DisabilityBenefit.coefficient(h, p, rates), minimum);
        if (BreadwinnerLost.BOTH.is(h.breadwinnerLost[p])) {
            return disability >= Tenge.coefficient(rates.day(), rates.shares().orphan(), minimum);
        }
        int dependants = 0;
        for (int q = h.firstPerson[f]; q < h.firstPerson[f + 1]; q++) {
            dependants +=
                    Dependants.of(h, q, rates.day()) == MET && BreadwinnerLost.ONE.is(h.breadwinnerLost[q]) ? 1 : 0;
        }
        return disability * dependants
                >= Tenge.coefficient(rates.day(), rates.shares().together(dependants), minimum);
    }
}
