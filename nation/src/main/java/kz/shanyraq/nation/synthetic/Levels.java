package kz.shanyraq.nation.synthetic;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.YearMonth;
import java.util.Map;
import kz.shanyraq.nation.Resource;
import kz.shanyraq.nation.Territory;
import kz.shanyraq.nation.Territory.Region;

/// The published levels that the nation is brought to: incomes, hardship and disability by region, and
/// incomes by year.
final class Levels {

    /// Incomes of other years in hundredths of those of 2024 (`docs/sources.md`; 2026 is our assumption).
    private static final Map<Integer, Double> BY_YEAR = Map.of(
            2017, 0.40, 2018, 0.43, 2019, 0.48, 2020, 0.54, 2021, 0.61, 2022, 0.74, 2023, 0.88, 2024, 1.0, 2025, 1.09,
            2026, 1.18);

    /// Families in hardship for each family on targeted assistance in 2024: not everybody who is entitled
    /// applies. Our assumption.
    private static final double HARDSHIP_FOR_EACH_RECIPIENT = 1.5;

    private static final double POPULATION_OF_2024 = 20_129_000;

    private final double[] incomePerHead = new double[100];
    private final double[] hardship = new double[100];
    private final double[] recipients = new double[100];
    private final double[] childDisability = new double[100];
    private final double[][] adultDisability = new double[100][3];

    Levels(Demography demography) {
        for (NamedCsvRecord row : Resource.rows("demography/income_model.csv")) {
            incomePerHead[code(row)] = Double.parseDouble(row.getField("cash_income_per_head_2024q2_kzt_quarter")) / 3;
        }
        for (NamedCsvRecord row : Resource.rows("demography/tsa_region_model.csv")) {
            Region region = region(code(row));
            double rural = region.rural() / 10_000.0;
            double families = region.population() * (1 - rural) / demography.meanSize(region.code(), false)
                    + region.population() * rural / demography.meanSize(region.code(), true);
            recipients[region.code()] = Double.parseDouble(row.getField("families_2024_scaled"));
            hardship[region.code()] = HARDSHIP_FOR_EACH_RECIPIENT * recipients[region.code()] / families;
        }
        for (NamedCsvRecord row : Resource.rows("demography/disability_model.csv")) {
            Region region = region(code(row));
            double minors = region.population() * demography.minorShare(region.code());
            childDisability[region.code()] = Double.parseDouble(row.getField("children_0_17")) / minors;
            for (int group = 0; group < 3; group++) {
                adultDisability[region.code()][group] = Double.parseDouble(row.getField("group_" + (group + 1)))
                        / (region.population() - minors)
                        / demography.meanOfAdults(region.code(), Levels::riskOfDisability);
            }
        }
    }

    private static int code(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("kato").substring(0, 2));
    }

    private static Region region(int code) {
        return Territory.regions().stream()
                .filter(region -> region.code() == code)
                .findFirst()
                .orElseThrow();
    }

    /// Cash income a head and month in 2024, tenge.
    double incomePerHead(int region) {
        return incomePerHead[region];
    }

    /// The share of families in hardship.
    double hardship(int region) {
        return hardship[region];
    }

    /// Families on targeted assistance in 2024.
    double recipients(int region) {
        return recipients[region];
    }

    /// The share of persons under 18 with a disability.
    double childDisability(int region) {
        return childDisability[region];
    }

    /// How much more often than at 44 a grown-up of an age has a disability: twice as often with each
    /// eighteen years.
    static double riskOfDisability(double age) {
        return Math.min(4.5, 0.36 * Math.exp((age - 18) / 26));
    }

    /// The shares of grown-ups of group I, II, III, of the age at which [#riskOfDisability] is 1.
    double[] adultDisability(int region) {
        return adultDisability[region];
    }

    /// Incomes of a month against those of 2024.
    ///
    /// @throws IllegalArgumentException for a year that has no index
    static double index(YearMonth month) {
        Double index = BY_YEAR.get(month.getYear());
        if (index == null) {
            throw new IllegalArgumentException("""
                    There is no index of incomes for %s; it is known for 2017 to 2026.
                    Maybe choose another --on.""".formatted(month));
        }
        return index;
    }

    /// Whether incomes of a month can be made.
    static boolean knows(YearMonth month) {
        return BY_YEAR.containsKey(month.getYear());
    }

    static double populationOf2024() {
        return POPULATION_OF_2024;
    }
}
