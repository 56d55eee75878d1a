package kz.shanyraq.policy.families;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;

import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// The bars of six months after a refusal of work, a broken social contract, false data (article 128); each
/// is a [kz.shanyraq.policy.Verdict].
public final class Bars {

    /// No able-bodied member refused employment measures.
    @Cites(
            value = Provision.REFUSED_WORK,
            as = Unit.CONDITION,
            reads = {Column.REFUSED_WORK_ON})
    public long workNotRefused;

    /// No social contract was broken by the family's fault.
    @Cites(
            value = Provision.CONTRACT_BROKEN,
            as = Unit.CONDITION,
            reads = {Column.CONTRACT_BROKEN_ON})
    public long contractKept;

    /// No knowingly false data were given.
    @Cites(
            value = Provision.FALSE_DATA,
            as = Unit.CONDITION,
            reads = {Column.FALSE_DATA_ON})
    public long dataTrue;

    /// Looks at the bars of a family on a day.
    public void of(Households h, int f, Day day) {
        workNotRefused = bar(h.refusedWorkOn[f], Fact.REFUSED_WORK_ON, day);
        contractKept = bar(h.contractBrokenOn[f], Fact.CONTRACT_BROKEN_ON, day);
        dataTrue = bar(h.falseDataOn[f], Fact.FALSE_DATA_ON, day);
    }

    /// The facts that are missing to tell the bars that do not hold.
    public long missing() {
        return Verdict.missing(workNotRefused) | Verdict.missing(contractKept) | Verdict.missing(dataTrue);
    }

    private static long bar(int event, Fact fact, Day day) {
        return event == Households.UNKNOWN_DATE ? fact.bit() : day.barred(event) ? UNMET : MET;
    }
}
