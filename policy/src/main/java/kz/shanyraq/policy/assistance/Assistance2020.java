package kz.shanyraq.policy.assistance;

import java.time.LocalDate;
import java.util.List;
import kz.shanyraq.policy.Dated;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.families.Membership.Relatives;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;

/// Targeted social assistance from 1 January 2020 to 30 June 2023 (V3; Law 246-II as amended 26 December
/// 2019): the flat sum for a child is abolished, the family gets one shortfall to 70 % of the region's
/// subsistence minimum, and its children a guaranteed social package: in kind until the end of 2022, as 1.5
/// monthly indices for a child of 1 to 6 from 2023. The amount is [FamilySum].
final class Assistance2020 {

    /// The poverty line in percent of the region's subsistence minimum of the preceding quarter, two decimals
    /// kept.
    static final int LINE_PERCENT = 70;

    /// The package of a child of 1 to 6 in hundredths of the monthly index; 0 while it is given in kind.
    private static final Dated<Integer> PACKAGE = Dated.<Integer>named("package of a child of 1 to 6")
            .from("2020-01-01", 0)
            .from("2023-01-01", 150)
            .until("2023-07-01");

    /// The benefit of large families is counted for applications from the second quarter of 2020 on.
    private static final Dated<Long> COUNTED = Dated.<Long>named("counted income")
            .from("2020-01-01", Assistance2019.COUNTED_WITHOUT_LARGE_FAMILY_BENEFIT)
            .from("2020-04-01", Assistance2019.COUNTED)
            .until("2023-07-01");

    /// In July 2020 the package of school children was paid in money once: two monthly indices for each of 6
    /// to 17.
    private static final LocalDate PAID_ONCE = LocalDate.of(2020, 7, 1);

    private static final int PAID_ONCE_INDICES = 2;

    /// The numbers of a region.
    ///
    /// @throws kz.shanyraq.policy.NotInForce where a figure is not known
    static Rates rates(Day day, int region, Figures figures) {
        Looked minimum = figures.subsistenceMinimum(region, day.quarterEnd());
        Looked index = figures.republic(Figures.MONTHLY_INDEX, day.date());
        return new Rates(
                Edition.V3,
                day,
                Rates.share(LINE_PERCENT, minimum),
                false,
                Relatives.SAME_DWELLING,
                Rates.rules(COUNTED.on(day.date()), figures, region, day),
                Rates.CARE,
                0,
                Rates.share(PACKAGE.on(day.date()), index),
                day.date().equals(PAID_ONCE) ? PAID_ONCE_INDICES * index.hundredths() / Tenge.TIYN : 0,
                index.hundredths(),
                minimum.hundredths(),
                List.of(minimum, index));
    }

    private Assistance2020() {}
}
