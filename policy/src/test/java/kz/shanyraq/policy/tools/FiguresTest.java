package kz.shanyraq.policy.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.figures.Figure;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Looked.Instead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which figure is taken for a region and a day, what stands in for one that is not known, and what a file of
/// figures may say.
class FiguresTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    private static Figures file(String... lines) {
        var all = new ArrayList<>(List.of(Figures.HEADER));
        all.addAll(List.of(lines));
        return Figures.parse(all);
    }

    @Test
    void a_region_reads_its_own_minimum() {
        Looked own = Figures.shipped().subsistenceMinimum(35, LocalDate.of(2017, 12, 31));
        assertThat(own.hundredths()).isEqualTo(2_294_100);
        assertThat(own.instead()).isEqualTo(Instead.NOTHING);
        assertThat(own.confirmed()).isTrue();
    }

    @Test
    void without_its_own_it_reads_that_of_the_republic() {
        Figures figures = file("subsistence_minimum,00,2025-01-01,,45000.50,statistics (S1)");
        Looked looked = figures.subsistenceMinimum(71, DAY);
        assertThat(looked.hundredths()).isEqualTo(4_500_050);
        assertThat(looked.instead()).isEqualTo(Instead.REPUBLIC);
        assertThat(looked.region()).isEqualTo(71);
    }

    @Test
    void without_any_statistics_it_reads_that_of_the_budget_law() {
        Looked looked = Figures.shipped().subsistenceMinimum(71, DAY);
        assertThat(looked.hundredths()).isEqualTo(4_622_800);
        assertThat(looked.instead()).isEqualTo(Instead.BUDGET_LAW);
    }

    @ParameterizedTest
    @CsvSource({"62, 2022-06-07, 35", "10, 2022-06-07, 63", "33, 2022-06-07, 19", "79, 2018-06-18, 61"})
    void a_new_region_reads_the_figure_of_the_old_one_until_it_is_made(int region, LocalDate day, int of) {
        Figures figures = file(
                "subsistence_minimum,%02d,2017-01-01,,1000,old (S1)".formatted(of),
                "subsistence_minimum,00,2017-01-01,,2000,republic (S1)");
        assertThat(figures.subsistenceMinimum(region, day).hundredths()).isEqualTo(100_000);
        assertThat(figures.subsistenceMinimum(region, day).instead()).isEqualTo(Instead.NOTHING);
        assertThat(figures.subsistenceMinimum(region, day.plusDays(1)).hundredths())
                .isEqualTo(200_000);
    }

    @Test
    void a_new_region_with_a_figure_of_its_own_reads_that() {
        Figures figures = file(
                "subsistence_minimum,62,2022-01-01,,3000,own (S1)", "subsistence_minimum,35,2017-01-01,,1000,old (S1)");
        assertThat(figures.subsistenceMinimum(62, LocalDate.of(2022, 3, 1)).hundredths())
                .isEqualTo(300_000);
    }

    @Test
    void a_median_that_nobody_published_is_none() {
        assertThat(Figures.shipped().medianIncome(71, DAY)).isNull();
        Figures figures = file("median_income,71,2025-04-01,2025-06-30,150000,statistics (S1)");
        assertThat(figures.medianIncome(71, DAY)).extracting(Looked::hundredths).isEqualTo(15_000_000L);
        assertThat(figures.medianIncome(71, DAY.plusDays(1))).isNull();
        assertThat(figures.medianIncome(35, DAY)).isNull();
    }

    @Test
    void a_maslikhat_fixes_the_share_of_housing_costs_of_its_region() {
        Figures figures = Figures.shipped().overlaidBy(file("housing_share,71,2024-01-01,,10,maslikhat (S1)"));
        assertThat(figures.housingShare(71, DAY).hundredths()).isEqualTo(1_000);
        assertThat(figures.housingShare(35, DAY).hundredths()).isEqualTo(500);
    }

    /// 15 000 × 46 228 / 29 698 = 23 349.3.
    @Test
    void a_norm_is_that_of_2019_scaled_by_the_minimum() {
        Looked then = Figures.shipped().farmNorm("cattle", 71, LocalDate.of(2019, 8, 1));
        assertThat(then).extracting(Looked::hundredths, Looked::instead).containsExactly(1_500_000L, Instead.REPUBLIC);
        Looked now = Figures.shipped().farmNorm("cattle", 71, DAY);
        assertThat(now).extracting(Looked::hundredths, Looked::instead).containsExactly(2_334_900L, Instead.SCALED);
    }

    @Test
    void a_norm_of_the_region_is_not_scaled() {
        Figures figures = Figures.shipped().overlaidBy(file("farm_norm:cattle,71,2025-01-01,,18000,akimat (S1)"));
        Looked looked = figures.farmNorm("cattle", 71, DAY);
        assertThat(looked).extracting(Looked::hundredths, Looked::instead).containsExactly(1_800_000L, Instead.NOTHING);
    }

    @Test
    void without_a_basis_or_a_minimum_there_is_no_norm() {
        assertThat(Figures.shipped().farmNorm("yak", 71, DAY)).isNull();
        assertThat(Figures.shipped().farmNorm("cattle", 71, LocalDate.of(2027, 1, 1)))
                .isNull();
        assertThat(file("farm_norm:cattle,00,2019-01-01,2019-12-31,15000,x (S1)")
                        .farmNorm("cattle", 71, DAY))
                .isNull();
    }

    /// The last line counts, so that a deployment overlays what was shipped.
    @Test
    void of_two_figures_for_one_day_the_later_line_counts() {
        Figures figures =
                Figures.shipped().overlaidBy(file("monthly_index,00,2025-06-01,2025-06-30,4000,amended (S1)"));
        assertThat(figures.republic(Figures.MONTHLY_INDEX, DAY).hundredths()).isEqualTo(400_000);
        assertThat(figures.republic(Figures.MONTHLY_INDEX, DAY.plusDays(1)).hundredths())
                .isEqualTo(393_200);
        assertThat(figures.all()).hasSize(Figures.shipped().all().size() + 1);
    }

    @Test
    void a_figure_that_is_not_published_says_for_which_days_it_is() {
        assertThatThrownBy(() -> Figures.shipped().republic(Figures.MONTHLY_INDEX, LocalDate.of(2027, 1, 1)))
                .isInstanceOf(NotInForce.class)
                .hasMessage("""
                        monthly_index is not known on 2027-01-01; it is known from 2017-01-01 to 2026-12-31.
                        Maybe the figure of that year is not yet published: add it with --figures.""");
        assertThatThrownBy(() -> Figures.shipped().republic(Figures.MEDIAN_INCOME, DAY))
                .hasMessageContaining("it is known for no day");
        assertThatThrownBy(() -> Figures.shipped().housingShare(71, LocalDate.of(2017, 1, 1)))
                .hasMessageContaining("it is known from 2018-01-01.");
    }

    @Test
    void the_benefits_of_a_month_without_figures_are_not_in_force_until_they_are_added() {
        YearMonth month = YearMonth.of(2027, 2);
        assertThat(new Catalogue(month, Figures.shipped()).inForce()).containsExactly(Benefit.JOB_LOSS);
        Figures added = Figures.shipped()
                .overlaidBy(file(
                        "monthly_index,00,2027-01-01,2027-12-31,4700,budget law 2027 (S1)",
                        "subsistence_minimum_law,00,2027-01-01,2027-12-31,55000,budget law 2027 (S1)",
                        "minimum_wage,00,2027-01-01,2027-12-31,90000,budget law 2027 (S1)"));
        assertThat(new Catalogue(month, added).inForce()).containsExactly(Benefit.values());
    }

    @ParameterizedTest
    @CsvSource({
        "40000, 4000000, 40000",
        "40000.5, 4000050, 40000.50",
        "40000.05, 4000005, 40000.05",
        "0.005, 1, 0.01",
        "0.004999, 0, 0",
        "0, 0, 0"
    })
    void a_value_is_read_half_up_to_hundredths(String text, long hundredths, String shown) {
        Figure figure = file("median_income,71,2025-01-01,," + text + ",statistics (S1)")
                .all()
                .getFirst();
        assertThat(figure.hundredths()).isEqualTo(hundredths);
        assertThat(figure.text()).isEqualTo(shown);
    }

    @Test
    void a_source_may_have_commas() {
        Figure figure = file("median_income,71,2025-01-01,,1,office of statistics, Astana (S1)")
                .all()
                .getFirst();
        assertThat(figure.source()).isEqualTo("office of statistics, Astana (S1)");
        assertThat(figure.confirmed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "median_income,71,2025-01-01,,1 | 'median_income,71,2025-01-01,,1' has 5 cells, not 6",
                "mrp,00,2025-01-01,,1,x | 'mrp' is not a figure that the law reads",
                "farm_norm:yak,00,2025-01-01,,1,x | 'farm_norm:yak' is not a figure that the law reads",
                "median_income,7,2025-01-01,,1,x | '7' is not a region of two digits (00 for the republic)",
                "median_income,71,2025,,1,x | '2025' is not a day as YYYY-MM-DD",
                "median_income,71,2025-02-30,,1,x | '2025-02-30' is not a day as YYYY-MM-DD",
                "median_income,71,2025-02-01,2025-01-31,1,x | '2025-01-31' is before 2025-02-01",
                "median_income,71,2025-02-01,,-1,x | '-1' is not a number that is not negative",
                "median_income,71,2025-02-01,,1 000,x | '1 000' is not a number that is not negative",
                "median_income,71,2025-02-01,,,x | '' is not a number that is not negative"
            })
    void a_wrong_line_is_told_with_its_number(String line, String said) {
        assertThatThrownBy(() -> file("monthly_index,00,2027-01-01,,4700,x", line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Line 3 of the figures: ")
                .hasMessageContaining(said);
    }

    @Test
    void a_file_of_something_else_is_refused() {
        assertThatThrownBy(() -> Figures.parse(List.of("family_id,region")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The first line of the figures is 'family_id,region'");
        assertThatThrownBy(() -> Figures.parse(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
