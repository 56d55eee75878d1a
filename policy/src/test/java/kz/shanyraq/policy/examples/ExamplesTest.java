package kz.shanyraq.policy.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.examples.Example.Place;
import kz.shanyraq.policy.figures.Figures;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The examples that the pages of the law show.
class ExamplesTest {

    private static final YearMonth FIRST = YearMonth.of(2018, 1);
    private static final YearMonth LAST = YearMonth.of(2026, 12);

    @TestFactory
    Stream<DynamicTest> every_example_holds() {
        return Examples.shipped().stream()
                .map(example -> DynamicTest.dynamicTest(name(example), () -> {
                    Catalogue law = law(example.month());
                    assertThat(example.given(law)).as(name(example)).isEqualTo(example.expected());
                    assertThat(example.given(law, true))
                            .as("%s: members in reverse order", name(example))
                            .isEqualTo(example.expected());
                }));
    }

    private static String name(Example example) {
        Household family = example.family();
        var said = new ArrayList<String>();
        Stream.concat(Stream.of("family"), family.members(false).stream())
                .filter(who -> !who.equals("family") || !family.said(who).isEmpty())
                .forEach(who -> said.add(who + " " + family.said(who)));
        return "%s %s %s %s: %s: %s %d %d"
                .formatted(
                        example.benefit().code(),
                        example.month(),
                        example.turn(),
                        example.place().code(),
                        String.join("; ", said),
                        example.expected().text(),
                        example.expected().monthly(),
                        example.expected().once());
    }

    private static Catalogue law(YearMonth month) {
        return new Catalogue(month, Figures.shipped());
    }

    @Test
    void every_edition_has_three_examples_and_the_one_in_force_four_with_both_sides_of_a_line() {
        for (Benefit benefit : Benefit.values()) {
            Set<String> editions = new HashSet<>();
            for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
                Catalogue law = law(month);
                if (law.inForce().contains(benefit)) {
                    editions.add(law.edition(benefit));
                }
            }
            for (String edition : editions) {
                List<Example> examples = of(benefit, edition);
                boolean now = law(LAST).edition(benefit).equals(edition);
                assertThat(examples).as("%s, edition %s", benefit, edition).hasSizeGreaterThanOrEqualTo(now ? 4 : 3);
                if (now) {
                    assertThat(examples)
                            .as("%s, edition %s", benefit, edition)
                            .extracting(Example::place)
                            .contains(Place.BELOW, Place.ON, Place.ABOVE);
                }
                assertThat(examples)
                        .as("%s, edition %s", benefit, edition)
                        .anyMatch(example -> example.expected().outcome() == Outcome.GRANTED)
                        .anyMatch(example -> example.expected().outcome() != Outcome.GRANTED);
            }
        }
    }

    private static List<Example> of(Benefit benefit, String edition) {
        return Examples.shipped().stream()
                .filter(example -> example.benefit() == benefit
                        && law(example.month()).edition(benefit).equals(edition))
                .toList();
    }

    @Test
    void a_granted_sum_says_how_it_follows() {
        assertThat(Examples.shipped())
                .filteredOn(example ->
                        example.expected().monthly() > 0 || example.expected().once() > 0)
                .allSatisfy(example ->
                        assertThat(example.working()).as(name(example)).isNotEmpty());
    }

    @Test
    void the_family_of_an_example_cannot_be_changed_by_who_reads_it() {
        Example example = Examples.shipped().getFirst();
        example.family().say("head gone");
        assertThat(example.family().members(false)).contains("head");
    }

    @Test
    void a_family_that_is_told_by_a_change_is_that_before_with_the_change() {
        List<Example> read = Examples.parse(List.of(
                "# a remark",
                "awarded_mother\t2025-02\taward\ton\thead birth_date=1955-03-04 award=kumis_alka\t\tgranted\t25165\t\t6.40 × 3932",
                "awarded_mother\t2025-02\taward\tbelow\t+head award=none\t\tno row\t\t\t"));
        assertThat(read.getLast().family().said("head"))
                .containsEntry("birth_date", "1955-03-04")
                .containsEntry("award", "none");
        assertThat(read.getLast().expected()).isEqualTo(Answer.NOBODY);
    }

    @Test
    void a_line_that_is_wrong_is_named_with_what_was_seen() {
        assertThatThrownBy(() -> Examples.parse(List.of("", "basic_income\t2025-02\tx\ton\thead\t\tgranted\t1\t\t")))
                .hasMessageStartingWith("Line 2 of the examples: 'basic_income' is not one of awarded_mother");
        assertThatThrownBy(() -> Examples.parse(List.of("awarded_mother 2025-02")))
                .hasMessageContaining("it has 1 cells, not 10. Maybe blanks stand for a tab.");
        assertThatThrownBy(() ->
                        Examples.parse(List.of("awarded_mother\t2025-02\tx\ton\t+head award=none\t\tgranted\t1\t\t")))
                .hasMessageContaining("there is no family before it");
        assertThatThrownBy(() -> Examples.parse(
                        List.of("awarded_mother\t2025-02\tx\ton\thead birth_date=1955-03-04\t\tpaid\t1\t\t")))
                .hasMessageContaining("'paid' is not granted, refused, undecided or no row");
    }
}
