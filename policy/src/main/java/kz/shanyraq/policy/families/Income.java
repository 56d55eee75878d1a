package kz.shanyraq.policy.families;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.IncomeKind;

/// What a family received in the reference quarter, in whole tenge. Income that is not known is never zero:
/// the sums are then what is known so far, and [#missing] says what is not.
public final class Income {

    /// Money received by the members, with the part of loans that falls into the quarter.
    @Cites(
            value = Provision.COUNTED_INCOME,
            reads = {Column.INCOME_KIND, Column.INCOME_MONTH, Column.INCOME_AMOUNT, Column.TERM_MONTHS})
    public long counted;

    /// The personal subsidiary farm, valued by norms.
    @Cites(
            value = Provision.FARM_INCOME,
            reads = {Column.LIVESTOCK_KIND, Column.HEADS, Column.PLOT_KIND, Column.AREA_M2},
            figures = {Figures.FARM_NORM})
    public long farm;

    /// By how many tiyn the persons of whom it is not known whether they are members could bring the family's
    /// income below the line at most: the sum over them of three lines less their income, where that is
    /// positive.
    public long hope;

    /// The facts that are missing to know the sums.
    public long missing;

    /// What persons received of whom it is not known whether they are members, and loans without a known
    /// term: by so much the counted money could be more, whole tenge.
    public long inDoubt;

    /// What is missing to know whether these persons are members.
    public long missingOfDoubt;

    /// Hundredths of a square metre in a hectare.
    private static final long HECTARE = 1_000_000;

    /// What an edition counts.
    ///
    /// @param kinds the kinds that are counted, as bits of [IncomeKind]; of loans only a part
    /// @param norms the norms of farm income
    public record Rules(long kinds, FarmNorms norms) {}

    /// Counts the income of a family.
    ///
    /// @param line the poverty line in tiyn a head and month, for [#hope]
    public void of(Households h, int f, Day day, AssistanceFamily family, Rules rules, long line) {
        Coverage.NotAsked notAsked = h.coverage.notAsked(day.quarter(), Day.QUARTER);
        boolean byNorms = h.firstLivestock[f] < h.firstLivestock[f + 1] || h.firstPlot[f] < h.firstPlot[f + 1];
        long kinds = byNorms ? rules.kinds & ~(1L << IncomeKind.FARM.ordinal()) : rules.kinds;
        long counted = 0;
        long hope = 0;
        long inDoubt = 0;
        long missingOfDoubt = 0;
        long missing = (notAsked.kinds() & kinds) != 0 ? Fact.INCOME.bit() : 0;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            long member = family.verdict(p);
            if (member == Verdict.UNMET) {
                continue;
            }
            long received = 0;
            for (int i = h.firstIncome[p]; i < h.firstIncome[p + 1]; i++) {
                byte kind = h.incomeKind[i];
                if (day.inQuarter(h.incomeMonth[i]) && Code.in(kind, kinds)) {
                    long amount = h.incomeAmount[i];
                    boolean loan = IncomeKind.LOAN.is(kind);
                    boolean open = loan && h.termMonths[i] < 1 && amount > 0;
                    received += loan ? loan(amount, h.termMonths[i]) : amount;
                    inDoubt += open ? amount : 0;
                    missing |= open ? Fact.TERM_MONTHS.bit() : 0;
                }
            }
            if (member == Verdict.MET) {
                counted += received;
            } else {
                hope += Math.max(0, Day.QUARTER * line - Tenge.TIYN * received);
                inDoubt += received;
                missingOfDoubt |= received > 0 ? member : 0;
            }
        }
        this.counted = counted;
        this.farm = 0;
        this.hope = hope;
        this.missing = missing;
        this.inDoubt = inDoubt;
        this.missingOfDoubt = missingOfDoubt;
        farm(h, f, rules.norms, notAsked);
    }

    /// The part of a loan that falls into the quarter: principal × 3 / term, at most the principal
    /// (`docs/reading-of-the-law.md` §2, unconfirmed).
    private static long loan(long principal, int term) {
        return term < 1 ? 0 : term <= Day.QUARTER ? principal : Tenge.round(Day.QUARTER * principal, term);
    }

    /// The farm: heads and hectares times their norms, each row half-up to whole tenge.
    private void farm(Households h, int f, FarmNorms norms, Coverage.NotAsked notAsked) {
        missing |= (notAsked.livestock() ? Fact.LIVESTOCK.bit() : 0) | (notAsked.plots() ? Fact.PLOTS.bit() : 0);
        for (int row = h.firstLivestock[f]; row < h.firstLivestock[f + 1]; row++) {
            long norm = norms.perHead()[h.livestockKind[row]];
            farm += value(norm, h.heads[row], 1);
            missing |= notKnown(norm, h.heads[row], Fact.LIVESTOCK);
        }
        for (int row = h.firstPlot[f]; row < h.firstPlot[f + 1]; row++) {
            long norm = norms.perHectare()[h.plotKind[row]];
            farm += value(norm, h.plotArea[row], HECTARE);
            missing |= notKnown(norm, h.plotArea[row], Fact.PLOTS);
        }
    }

    private static long value(long norm, long amount, long unit) {
        return norm < 0 || amount < 0 ? 0 : Tenge.round(norm * amount, Tenge.TIYN * unit);
    }

    /// What is missing of a row: its norm, or the heads or hectares, unless the norm is zero anyway.
    private static long notKnown(long norm, long amount, Fact fact) {
        return norm < 0 ? Fact.FARM_NORM.bit() : norm > 0 && amount < 0 ? fact.bit() : 0;
    }

    /// Both together: the income of the family in the quarter, whole tenge.
    public long total() {
        return counted + farm;
    }
}
