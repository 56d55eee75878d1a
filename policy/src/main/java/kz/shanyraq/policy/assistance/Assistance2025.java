package kz.shanyraq.policy.assistance;

import java.util.List;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.families.Membership.Relatives;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;

/// Targeted social assistance from 1 January 2025 (V5; order 160 as amended by order 473): as before, but the
/// poverty line is the larger of 35 % of the region's median income and 70 % of its subsistence minimum, both
/// of the preceding quarter. Where the median is not known the minimum decides, and the report says so. The
/// amount is [FamilySum].
final class Assistance2025 {

    /// The poverty line in percent of the region's median income of the preceding quarter, two decimals kept.
    static final int LINE_PERCENT_OF_MEDIAN = 35;

    /// Its floor in percent of the region's subsistence minimum.
    static final int FLOOR_PERCENT_OF_MINIMUM = 70;

    /// The numbers of a region.
    ///
    /// @throws kz.shanyraq.policy.NotInForce where a figure is not known
    static Rates rates(Day day, int region, Figures figures) {
        return rates(Edition.V5, day, region, figures);
    }

    static Rates rates(Edition edition, Day day, int region, Figures figures) {
        Looked minimum = figures.subsistenceMinimum(region, day.quarterEnd());
        Looked median = figures.medianIncome(region, day.quarterEnd());
        Looked index = figures.republic(Figures.MONTHLY_INDEX, day.date());
        long floor = Rates.share(FLOOR_PERCENT_OF_MINIMUM, minimum);
        return new Rates(
                edition,
                day,
                median == null ? floor : Math.max(Rates.share(LINE_PERCENT_OF_MEDIAN, median), floor),
                true,
                Relatives.SAME_DWELLING,
                Rates.rules(Assistance2019.COUNTED, figures, region, day),
                Rates.CARE,
                0,
                Rates.share(Assistance2023.CHILD_SUPPLEMENT, index),
                0,
                index.hundredths(),
                minimum.hundredths(),
                median == null ? List.of(minimum, index) : List.of(minimum, median, index));
    }

    private Assistance2025() {}
}
