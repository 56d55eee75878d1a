package kz.shanyraq.policy.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Step;
import kz.shanyraq.policy.figures.Figure;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Looked.Instead;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.HouseholdBuilder;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.LivestockKind;
import kz.shanyraq.policy.household.PlotKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The law is whole in time: in every quarter of ten years each benefit has an edition and all its figures,
/// or the gap stands in a list with its reason.
class CoverageTest {

    private static final YearMonth FIRST = YearMonth.of(2018, 1);
    private static final YearMonth LAST = YearMonth.of(2027, 12);

    /// Months in which a benefit is not in force, and why.
    private record Gap(Set<Benefit> benefits, YearMonth from, YearMonth to, String why, String said) {

        boolean covers(Benefit benefit, YearMonth month) {
            return benefits.contains(benefit) && !month.isBefore(from) && !month.isAfter(to);
        }
    }

    private static final List<Gap> GAPS = List.of(
            new Gap(
                    EnumSet.of(Benefit.LARGE_FAMILY),
                    FIRST,
                    YearMonth.of(2019, 12),
                    "paid whatever the income only from 2020 on; before, the families had targeted assistance",
                    "from 2020-01-01"),
            new Gap(
                    EnumSet.complementOf(EnumSet.of(Benefit.JOB_LOSS)),
                    YearMonth.of(2027, 1),
                    LAST,
                    "the budget law of 2027 is not published",
                    "to 2026-12-31"));

    static Stream<YearMonth> months() {
        return Stream.iterate(FIRST, month -> !month.isAfter(LAST), month -> month.plusMonths(1));
    }

    @ParameterizedTest
    @MethodSource("months")
    void every_benefit_is_in_force_or_its_gap_is_declared(YearMonth month) {
        var law = new Catalogue(month, Figures.shipped());
        for (Benefit benefit : Benefit.values()) {
            List<Gap> gaps =
                    GAPS.stream().filter(gap -> gap.covers(benefit, month)).toList();
            NotInForce why = law.notInForce().get(benefit);
            assertThat(why == null)
                    .as("%s in %s: declared %s, said %s", benefit.code(), month, gaps, why)
                    .isEqualTo(gaps.isEmpty())
                    .isEqualTo(law.inForce().contains(benefit));
            if (why != null) {
                assertThat(why).hasMessageContaining(gaps.getFirst().said());
            }
        }
    }

    /// Of the month's own day, or of the reference quarter; nothing older, and nothing silently replaced but
    /// by what stands in the figure's own note.
    @ParameterizedTest
    @MethodSource("months")
    void every_figure_that_is_read_is_of_the_month_or_its_reference_quarter(YearMonth month) {
        var law = new Catalogue(month, Figures.shipped());
        for (Benefit benefit : law.inForce()) {
            for (int region : new int[] {0, 10, 33, 35, 62, 71, 75, 79}) {
                Numbers numbers = law.numbers(benefit, region);
                for (Looked looked : numbers == null ? List.<Looked>of() : numbers.looked()) {
                    assertThat(looked.figure().on(looked.day()))
                            .as("%s for %s", looked.figure(), looked.day())
                            .isTrue();
                    assertThat(looked.day()).isIn(law.day().date(), law.day().quarterEnd());
                    assertThat(looked.instead() == Instead.SCALED)
                            .isEqualTo(looked.figure().name().startsWith(Figures.FARM_NORM)
                                    && looked.day().getYear() != 2019);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("months")
    void every_step_and_every_ground_has_its_article(YearMonth month) {
        var law = new Catalogue(month, Figures.shipped());
        var explainer = new Explainer(law);
        Households somebody = new HouseholdBuilder()
                .family("region", "71")
                .person("relation", "head", "birth_date", "2000-01-01")
                .build();
        for (Benefit benefit : law.inForce()) {
            Explanation explanation = explainer.explain(somebody, 0, 0, benefit);
            assertThat(explanation.edition()).isNotBlank();
            assertThat(explanation.steps()).isNotEmpty();
            assertThat(explanation.steps().stream().map(Step::name)).doesNotHaveDuplicates();
            for (Ground ground : Catalogue.grounds(benefit)) {
                assertThat(ground.provision().citations().knows(law.day().date()))
                        .as("%s of %s in %s", ground.code(), benefit.code(), month)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Provision.class)
    void a_citation_that_begins_never_ends(Provision provision) {
        assertThat(provision.citations().end()).isEqualTo(LocalDate.MAX);
        assertThat(provision.on(LAST.atEndOfMonth()).act()).isNotNull();
    }

    private static Map<String, List<Figure>> byNameAndRegion() {
        return Figures.shipped().all().stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.name() + " " + figure.region(), TreeMap::new, Collectors.toList()));
    }

    @Test
    void figures_neither_overlap_nor_leave_a_day_out() {
        byNameAndRegion().forEach((name, figures) -> {
            List<Figure> ascending =
                    figures.stream().sorted(Comparator.comparing(Figure::from)).toList();
            for (int i = 1; i < ascending.size(); i++) {
                LocalDate end = ascending.get(i - 1).until();
                assertThat(end).as("%s: only the last figure is open", name).isNotNull();
                assertThat(ascending.get(i).from()).as(name).isEqualTo(end.plusDays(1));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"monthly_index 0", "subsistence_minimum_law 0", "minimum_wage 0"})
    void figures_of_the_budget_laws_reach_from_2017_to_2026(String name) {
        List<Figure> figures = byNameAndRegion().get(name);
        assertThat(figures.stream().map(Figure::from).min(Comparator.naturalOrder()))
                .contains(LocalDate.of(2017, 1, 1));
        assertThat(figures.stream().map(Figure::until).max(Comparator.naturalOrder()))
                .contains(LocalDate.of(2026, 12, 31));
    }

    /// The key of a source in the documents stands in brackets.
    @Test
    void every_figure_names_its_source_or_says_that_it_is_not_confirmed() {
        for (Figure figure : Figures.shipped().all()) {
            assertThat(figure.source())
                    .as(figure.toString())
                    .matches("unconfirmed: .+|.+\\([A-Z]+[0-9][a-z0-9; A-Z]*\\)");
        }
    }

    /// What no public text was found for, in full: a figure enters or leaves this list only together with its
    /// source.
    @Test
    void the_figures_without_a_source_are_these_and_no_others() {
        assertThat(Figures.shipped().all().stream()
                        .filter(figure -> !figure.confirmed())
                        .map(figure -> "%s %s %s".formatted(figure.name(), figure.from(), figure.text())))
                .containsExactlyInAnyOrder(
                        "monthly_index 2021-01-01 2917",
                        "subsistence_minimum_law 2020-01-01 31183",
                        "subsistence_minimum_law 2020-04-01 32668",
                        "subsistence_minimum_law 2021-01-01 34302",
                        "subsistence_minimum_law 2022-01-01 36018",
                        "subsistence_minimum_law 2022-04-01 37389",
                        "subsistence_minimum_law 2024-01-01 43407",
                        "minimum_wage 2017-01-01 24459",
                        "minimum_wage 2018-01-01 28284",
                        "minimum_wage 2019-01-01 42500",
                        "minimum_wage 2020-01-01 42500",
                        "minimum_wage 2021-01-01 42500",
                        "minimum_wage 2022-01-01 60000",
                        "minimum_wage 2024-01-01 85000",
                        "minimum_wage 2025-01-01 85000",
                        "housing_share 2018-01-01 5",
                        "farm_norm:cattle 2019-01-01 15000",
                        "farm_norm:horse 2019-01-01 0",
                        "farm_norm:camel 2019-01-01 0",
                        "farm_norm:sheep 2019-01-01 1900",
                        "farm_norm:goat 2019-01-01 1500",
                        "farm_norm:pig 2019-01-01 6000",
                        "farm_norm:poultry 2019-01-01 150",
                        "farm_norm:garden 2019-01-01 60000",
                        "farm_norm:arable 2019-01-01 20000",
                        "farm_norm:hay 2019-01-01 5000");
    }

    @Test
    void every_kind_of_livestock_and_plot_has_a_norm_in_every_month() {
        var missing = new ArrayList<String>();
        List<String> kinds = Stream.concat(Stream.of(LivestockKind.values()), Stream.of(PlotKind.values()))
                .map(kind -> kind.code())
                .toList();
        months().filter(month -> month.getYear() < 2027)
                .forEach(month -> kinds.stream()
                        .filter(kind -> Figures.shipped().farmNorm(kind, 71, month.atDay(1)) == null)
                        .forEach(kind -> missing.add(kind + " " + month)));
        assertThat(missing).isEmpty();
    }

    /// Coefficients that stand in the code, not in the file of figures, and for which no public text was
    /// found: their citation says so.
    @ParameterizedTest
    @CsvSource({
        "DISABILITY_AMOUNT, 2023-06-30, false",
        "DISABILITY_AMOUNT, 2023-07-01, true",
        "SURVIVOR, 2023-06-30, false",
        "SURVIVOR, 2023-07-01, true",
        "GROUP1_CARE_AMOUNT, 2018-01-01, false",
        "GROUP1_CARE_AMOUNT, 2025-01-01, false",
        "JOB_LOSS, 2022-12-31, false",
        "JOB_LOSS, 2023-07-01, true",
        "CHILDCARE, 2023-01-01, false",
        "CHILDCARE, 2023-07-01, true",
        "FARM_INCOME, 2025-01-01, false",
        "LOAN_AS_INCOME, 2025-01-01, false",
        "HOUSING_INCOME, 2025-01-01, false",
        "ABLE_BODIED, 2025-01-01, false",
        "PENSION_AGE, 2025-01-01, false",
        "BIRTH_ORDER, 2025-01-01, false"
    })
    void provisional_rules_are_shown_as_unconfirmed(Provision provision, LocalDate day, boolean confirmed) {
        assertThat(provision.on(day).confirmed()).isEqualTo(confirmed);
    }
}
