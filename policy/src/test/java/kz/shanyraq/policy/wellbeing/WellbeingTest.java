package kz.shanyraq.policy.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.cases.CaseFile;
import kz.shanyraq.policy.cases.CaseFile.Case;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The two models of wellbeing in cases: every row of the tables in `wellbeing/`, with its members in both
/// orders. The columns are dimensions, `total` and `level`; a cell is a number, a level, `unknown` with the
/// facts that are missing, or `no row`.
class WellbeingTest {

    @TestFactory
    Stream<DynamicContainer> cases() {
        return CaseFile.of("wellbeing").stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.name(),
                        file.cases().stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> check(row)))));
    }

    private static void check(Case row) {
        Map<String, String> weighed = weigh(row, false);
        assertThat(weigh(row, true)).as("members in reverse order").isEqualTo(weighed);
        row.row().forEach((column, expected) -> {
            if (!column.equals("change") && !column.equals("why")) {
                assertThat(weighed.getOrDefault(column, "no row")).as(column).isEqualTo(expected);
            }
        });
    }

    /// By dimension the points or what is missing, and the level.
    private static Map<String, String> weigh(Case row, boolean reversed) {
        YearMonth month = YearMonth.parse(row.month());
        Day day = Day.of(month);
        Households h = row.household().build(Day.month(day.quarter()).toString(), reversed);
        var rates = new Catalogue(month, row.effectiveFigures()).assistance();
        var rows = new Wellbeing();
        for (Model.InForce model : Model.inForce(day.date())) {
            if (model.model().code().equals(row.benefit())) {
                model.weigh(h, rates, rows);
                explained(model.explain(h, 0, rates), rows);
            }
        }
        var answers = new TreeMap<String, String>();
        for (int i = 0; i < rows.size; i++) {
            Dimension dimension = Dimension.values()[rows.dimension[i]];
            String points = rows.points[i] < 0 ? unknown(rows.missing[i]) : Byte.toString(rows.points[i]);
            answers.put(dimension.code(), points);
            if (dimension == Dimension.TOTAL) {
                answers.put("level", rows.points[i] < 0 ? "unknown" : rows.level(i));
            }
        }
        return answers;
    }

    /// One family explained says what the block says, and what would raise its level.
    private static void explained(Optional<FamilyWellbeing> family, Wellbeing rows) {
        assertThat(family.isPresent()).isEqualTo(rows.size > 0);
        family.ifPresent(explained -> {
            for (int i = 0; i < rows.size - 1; i++) {
                FamilyWellbeing.Scale scale = explained.scales().get(i);
                assertThat(scale.dimension().ordinal()).isEqualTo(rows.dimension[i]);
                assertThat(scale.points()).as(scale.toString()).isEqualTo(rows.points[i]);
                assertThat(scale.missing()).isEqualTo(rows.missing[i]);
            }
            assertThat(explained.points()).isEqualTo(rows.points[rows.size - 1]);
            assertThat(explained.level()).isEqualTo(rows.level(rows.size - 1));
            assertThat(explained.raises())
                    .isSortedAccordingTo(Comparator.comparingInt((FamilyWellbeing.Raise raise) -> -raise.gain()))
                    .allSatisfy(raise -> {
                        assertThat(raise.gain()).isPositive();
                        assertThat(raise.level()).isEqualTo(explained.model().level(explained.points() + raise.gain()));
                    });
        });
    }

    @Test
    void the_end_of_a_circumstance_raises_the_level() {
        var line = Indicator.INCOME_BELOW_LINE;
        var school = Indicator.CHILD_NOT_IN_SCHOOL;
        Model.InForce card = Model.FAMILY_CARD.on(LocalDate.of(2025, 1, 1));
        var base = new FamilyWellbeing.Weighed(Indicator.BASE, 100, true, 0);
        var scales = List.of(
                scale(Dimension.ECONOMIC, 0, base, holding(line, -50), holding(Indicator.NOBODY_WORKS, -70)),
                scale(Dimension.HEALTH, 100, base),
                scale(Dimension.HOUSING, 100, base),
                scale(Dimension.SOCIAL, 100, base),
                scale(Dimension.EDUCATION, 50, base, holding(school, -50)));
        assertThat(FamilyWellbeing.of(card, scales, 70).raises())
                .containsExactly(
                        new FamilyWellbeing.Raise(Dimension.ECONOMIC, Indicator.NOBODY_WORKS, 10, "A"),
                        new FamilyWellbeing.Raise(Dimension.EDUCATION, school, 10, "A"),
                        new FamilyWellbeing.Raise(Dimension.ECONOMIC, line, 6, "B"));
    }

    private static FamilyWellbeing.Weighed holding(Indicator indicator, int points) {
        return new FamilyWellbeing.Weighed(indicator, points, true, 0);
    }

    private static FamilyWellbeing.Scale scale(Dimension dimension, int points, FamilyWellbeing.Weighed... weighed) {
        return new FamilyWellbeing.Scale(dimension, points, 20, 0, List.of(weighed));
    }

    private static String unknown(long missing) {
        return "unknown "
                + String.join(
                        " ",
                        Explainer.facts(missing).stream()
                                .map(Code::code)
                                .sorted()
                                .toList());
    }

    @Test
    void the_card_has_five_levels_each_from_its_points_on() {
        Model.InForce card = Model.FAMILY_CARD.on(LocalDate.of(2025, 1, 1));
        assertThat(levels(card, 100, 80)).isEqualTo(List.of("A", "A"));
        assertThat(levels(card, 79, 60)).isEqualTo(List.of("B", "B"));
        assertThat(levels(card, 59, 40)).isEqualTo(List.of("C", "C"));
        assertThat(levels(card, 39, 20)).isEqualTo(List.of("D", "D"));
        assertThat(levels(card, 19, 0)).isEqualTo(List.of("E", "E"));
    }

    @Test
    void the_pilot_has_six_categories_each_from_its_points_on() {
        Model.InForce pilot = Model.SCORING_PILOT.on(LocalDate.of(2025, 6, 1));
        assertThat(levels(pilot, 0, 14)).isEqualTo(List.of("1", "1"));
        assertThat(levels(pilot, 15, 29)).isEqualTo(List.of("2", "2"));
        assertThat(levels(pilot, 30, 44)).isEqualTo(List.of("3", "3"));
        assertThat(levels(pilot, 45, 59)).isEqualTo(List.of("4", "4"));
        assertThat(levels(pilot, 60, 79)).isEqualTo(List.of("5", "5"));
        assertThat(levels(pilot, 80, 100)).isEqualTo(List.of("6", "6"));
    }

    private static List<String> levels(Model.InForce model, int some, int others) {
        return List.of(model.level(some), model.level(others));
    }

    @Test
    void before_its_first_day_a_model_is_not_in_force() {
        assertThat(Model.inForce(LocalDate.of(2023, 6, 30))).isEmpty();
        assertThat(Model.inForce(LocalDate.of(2023, 7, 1)))
                .extracting(Model.InForce::model)
                .containsExactly(Model.FAMILY_CARD);
        assertThat(Model.inForce(LocalDate.of(2025, 5, 20)))
                .extracting(Model.InForce::model)
                .containsExactly(Model.FAMILY_CARD);
        assertThat(Model.inForce(LocalDate.of(2025, 5, 21)))
                .extracting(Model.InForce::model)
                .containsExactly(Model.FAMILY_CARD, Model.SCORING_PILOT);
        assertThatThrownBy(() -> Model.FAMILY_CARD.on(LocalDate.of(2023, 6, 30)))
                .isInstanceOf(NotInForce.class);
    }

    @Test
    void the_pilot_is_in_use_in_two_regions_the_card_everywhere() {
        Model.InForce pilot = Model.SCORING_PILOT.on(LocalDate.of(2025, 6, 1));
        Model.InForce card = Model.FAMILY_CARD.on(LocalDate.of(2025, 6, 1));
        assertThat(pilot.usedIn(35)).isTrue();
        assertThat(pilot.usedIn(79)).isTrue();
        assertThat(pilot.usedIn(71)).isFalse();
        assertThat(card.usedIn(71)).isTrue();
    }

    @Test
    void a_model_file_that_cannot_be_read_is_named_by_its_line() {
        String header = "kind,dimension,name,from,until,value,source";
        assertThatThrownBy(() -> Model.read(List.of("kind,name")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kind,name");
        assertThatThrownBy(() -> Model.read(List.of(header, "points,health,base,2023-07-01")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("points,health,base");
    }
}
