package kz.shanyraq.policy.assistance;

import java.util.List;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.families.Membership.Relatives;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;

/// Targeted social assistance from 1 July 2023 to 31 December 2024 (V4; Social Code, articles 120–130; orders
/// 160, 181, 227): the shortfall to 70 % of the region's subsistence minimum, and 1.5 monthly indices for
/// each child of 1 to 6. A family exactly on the line is entitled. The amount is [FamilySum].
final class Assistance2023 {

    /// The poverty line in percent of the region's subsistence minimum of the preceding quarter, two decimals
    /// kept.
    static final int LINE_PERCENT = 70;

    /// The supplement of a child of 1 to 6 in hundredths of the monthly index.
    static final int CHILD_SUPPLEMENT = 150;

    /// The numbers of a region.
    ///
    /// @throws kz.shanyraq.policy.NotInForce where a figure is not known
    static Rates rates(Day day, int region, Figures figures) {
        Looked minimum = figures.subsistenceMinimum(region, day.quarterEnd());
        Looked index = figures.republic(Figures.MONTHLY_INDEX, day.date());
        return new Rates(
                Edition.V4,
                day,
                Rates.share(LINE_PERCENT, minimum),
                true,
                Relatives.SAME_DWELLING,
                Rates.rules(Assistance2019.COUNTED, figures, region, day),
                Rates.CARE,
                0,
                Rates.share(CHILD_SUPPLEMENT, index),
                0,
                index.hundredths(),
                minimum.hundredths(),
                List.of(minimum, index));
    }

    private Assistance2023() {}
}
