package kz.shanyraq.policy.assistance;

import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.families.AssistanceFamily;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// The children who add to the assistance of the family: of 1 to 6 in the month (article 126 §2), of 6 to 17
/// for the one-off of July 2020.
final class Supplement {

    /// Members who are of 1 to 6 on any day of the month.
    @Cites(
            value = Provision.CHILD_SUPPLEMENT,
            as = Unit.COUNT,
            reads = {Column.BIRTH_DATE})
    long aged1to6;

    /// Members who are of 6 to 17 on the day; 0 where the month has no sum for them.
    long aged6to17;

    /// The facts that are missing to count them.
    long missing;

    /// Counts the children of the assistance family.
    void of(Households h, int f, AssistanceFamily family, Rates rates) {
        Day day = rates.day();
        int young = 0;
        int older = 0;
        boolean unknown = false;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            int birth = h.birthDate[p];
            if (birth == Households.UNKNOWN_DATE) {
                unknown |= family.verdict(p) != Verdict.UNMET;
            } else if (day.under18(birth) && family.has(p)) {
                young += day.aged1to6(birth) ? 1 : 0;
                older += rates.once() > 0 && birth <= day.born6() ? 1 : 0;
            }
        }
        aged1to6 = young;
        aged6to17 = older;
        missing = unknown && rates.supplement() + rates.once() > 0 ? Fact.BIRTH_DATE.bit() : 0;
    }
}
