package kz.shanyraq.policy.assistance;

import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;

/// The amount as the editions since 2020 compute it: one shortfall to the line for the whole family, and a
/// supplement for children of 1 to 6, rounded half-up together. The editions differ in their [Rates].
final class FamilySum extends Assessment {

    /// What every edition asks.
    final Inquiry inquiry = new Inquiry();

    /// The children who add to the amount.
    final Supplement children = new Supplement();

    /// The shortfall of the whole family to the line, tiyn a month, half-up for display.
    @Cites(value = Provision.ASSISTANCE_AMOUNT, as = Unit.TIYN)
    long shortfall;

    /// For all the children, tiyn a month; 0 where the package is given in kind.
    @Cites(
            value = Provision.CHILD_SUPPLEMENT,
            as = Unit.TIYN,
            figures = {Figures.MONTHLY_INDEX})
    long childSupplement;

    /// Whole tenge a month: both together, half-up.
    @Cites(Provision.ASSISTANCE_AMOUNT)
    long sum;

    private long sumOnce;

    /// One family, one month.
    FamilySum assess(Households h, int f, Rates rates) {
        inquiry.ask(h, f, rates);
        children.of(h, f, inquiry.family, rates);
        shortfall = inquiry.shortfallPerMonth();
        childSupplement = children.aged1to6 * rates.supplement();
        sum = Tenge.round(inquiry.shortfall() + Day.QUARTER * childSupplement, Day.QUARTER * Tenge.TIYN);
        sumOnce = children.aged6to17 * rates.once();
        conclude(inquiry.unmet(), inquiry.missing() | children.missing);
        return this;
    }

    /// The nation, one month: the same method, row by row.
    static void assess(Households h, Rates[] rates, Assessments into) {
        var sheet = new FamilySum();
        for (int f = 0; f < h.families; f++) {
            into.add(
                    h,
                    f,
                    sheet.assess(h, f, rates[h.region[f]]),
                    sheet.inquiry.knownIncomePerHead(),
                    sheet.inquiry.povertyLine);
        }
    }

    @Override
    protected long sum() {
        return sum;
    }

    @Override
    protected long sumOnce() {
        return sumOnce;
    }

    @Override
    protected long kind() {
        return inquiry.duty.kind;
    }
}
