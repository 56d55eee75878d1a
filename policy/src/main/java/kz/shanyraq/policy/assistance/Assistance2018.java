package kz.shanyraq.policy.assistance;

import java.util.List;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.families.Membership.Relatives;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.IncomeKind;

/// Targeted social assistance from 1 January 2018 to 31 March 2019 (V1; Law 246-II as amended by 369-V): the
/// shortfall to half of the region's subsistence minimum, for each member.
///
/// Read downwards: the numbers, the steps, the rule.
final class Assistance2018 extends Assessment {

    /// The poverty line in percent of the region's subsistence minimum of the preceding quarter, in whole
    /// tenge.
    private static final int LINE_PERCENT = 50;

    /// All income is counted; loans are not yet.
    private static final long COUNTED = Rates.countedBut(IncomeKind.LOAN);

    /// The numbers of a region.
    ///
    /// @throws kz.shanyraq.policy.NotInForce where no subsistence minimum is known for the reference quarter
    static Rates rates(Day day, int region, Figures figures) {
        Looked minimum = figures.subsistenceMinimum(region, day.quarterEnd());
        return new Rates(
                Edition.V1,
                day,
                Rates.wholeShare(LINE_PERCENT, minimum),
                false,
                Relatives.ANYWHERE,
                Rates.rules(COUNTED, figures, region, day),
                Rates.CARE_UNTIL_2019,
                0,
                0,
                0,
                0,
                minimum.hundredths(),
                List.of(minimum));
    }

    /// What every edition asks.
    final Inquiry inquiry = new Inquiry();

    /// The shortfall of the whole family to the line, tiyn a month, half-up for display.
    @Cites(value = Provision.ASSISTANCE_AMOUNT, as = Unit.TIYN)
    long shortfall;

    /// Whole tenge a month, half-up.
    @Cites(Provision.ASSISTANCE_AMOUNT)
    long sum;

    /// One family, one month.
    Assistance2018 assess(Households h, int f, Rates rates) {
        inquiry.ask(h, f, rates);
        shortfall = inquiry.shortfallPerMonth();
        sum = Tenge.round(inquiry.shortfall(), Day.QUARTER * Tenge.TIYN);
        conclude(inquiry.unmet(), inquiry.missing());
        return this;
    }

    /// The nation, one month: the same method, row by row.
    static void assess(Households h, Rates[] rates, Assessments into) {
        var sheet = new Assistance2018();
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
    protected long kind() {
        return inquiry.duty.kind;
    }
}
