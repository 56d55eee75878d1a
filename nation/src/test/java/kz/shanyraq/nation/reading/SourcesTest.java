package kz.shanyraq.nation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import kz.shanyraq.nation.HouseholdData;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.household.Coverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which registers answered for which months: a kind that has rows was asked for these months only, a kind without
/// rows for every month; `*` is a row of every kind.
class SourcesTest {

    private static final String HEADER = "kind,asked_from,asked_to,received_on\n";
    private static final int QUARTER = Day.count(YearMonth.of(2024, 10));

    @TempDir
    private Path folder;

    private Reading read(String rows) {
        return Reading.of(
                HouseholdData.small(folder).file("sources.csv", HEADER + rows).folder());
    }

    private static boolean asked(Coverage coverage, String kind) {
        return coverage.wasAsked(kind, QUARTER, 3);
    }

    @Test
    void without_the_file_every_kind_was_asked() {
        Coverage coverage = Reading.of(HouseholdData.small(folder).folder()).coverage();
        assertThat(asked(coverage, "wage")).isTrue();
        assertThat(asked(coverage, "property")).isTrue();
    }

    @ParameterizedTest(name = "wage asked from {0} to {1}: the quarter of October to December 2024 is asked: {2}")
    @CsvSource({
        "2024-10, 2024-12, true",
        "2024-07, 2025-01, true",
        "2024-10, 2024-11, false",
        "2024-11, 2024-12, false",
        "2023-10, 2023-12, false",
        "2024-12, 2024-10, false",
    })
    void a_kind_with_rows_was_asked_for_these_months_only(String from, String to, boolean asked) {
        Coverage coverage = read("wage,%s,%s,2025-01-05\n".formatted(from, to)).coverage();
        assertThat(asked(coverage, "wage")).isEqualTo(asked);
        assertThat(asked(coverage, "pension")).as("a kind without rows").isTrue();
        assertThat(asked(coverage, "livestock")).isTrue();
    }

    @Test
    void rows_of_one_kind_add_up() {
        Coverage coverage = read("wage,2024-10,2024-10,\nwage,2024-12,2024-12,\nwage,2024-11,2024-11,\n")
                .coverage();
        assertThat(asked(coverage, "wage")).isTrue();
    }

    @Test
    void a_gap_between_the_rows_was_not_asked() {
        Coverage coverage =
                read("wage,2024-10,2024-10,\nwage,2024-12,2024-12,\n").coverage();
        assertThat(asked(coverage, "wage")).isFalse();
    }

    @Test
    void a_star_is_a_row_of_every_kind() {
        Coverage coverage = read("*,2024-07,2024-11,\n").coverage();
        assertThat(asked(coverage, "wage")).isFalse();
        assertThat(asked(coverage, "plots")).isFalse();
        assertThat(asked(coverage, "property")).isFalse();
    }

    @Test
    void a_star_and_a_kinds_own_rows_together() {
        Coverage coverage = read("*,2024-07,2024-11,\nwage,2024-12,2024-12,\n").coverage();
        assertThat(asked(coverage, "wage")).isTrue();
        assertThat(asked(coverage, "pension")).isFalse();
        assertThat(asked(coverage, "livestock")).isFalse();
    }

    @Test
    void days_are_taken_for_their_months() {
        Coverage coverage = read("wage,2024-10-01,2024-12-31,2025-01-05\n").coverage();
        assertThat(asked(coverage, "wage")).isTrue();
    }

    @Test
    void a_file_without_rows_asks_every_kind() {
        assertThat(asked(read("").coverage(), "wage")).isTrue();
    }

    @ParameterizedTest(name = "{0} is rejected")
    @CsvSource({
        "'wages,2024-10,2024-12,', kind, wages",
        "'wage,2024-13,2024-12,', asked_from, 2024-13",
        "'wage,2024-10,2024-02-30,', asked_to, 2024-02-30",
        "'wage,,2024-12,', asked_from, ''",
    })
    void a_row_that_cannot_be_read_is_rejected_and_never_taken_for_an_answer(String row, String column, String value) {
        Reading read = read(row + "\n");
        assertThat(read.rejected()).containsExactly("sources.csv:2 %s=%s".formatted(column, value));
        assertThat(asked(read.coverage(), "wage")).as("wage was asked").isFalse();
    }

    @Test
    void a_rejected_row_leaves_what_the_others_tell() {
        Reading read = read("wage,2024-10,2024-12,\nwage,2024-1,2024-2,\npension,x,y,\n");
        assertThat(asked(read.coverage(), "wage")).isTrue();
        assertThat(asked(read.coverage(), "pension")).isFalse();
        assertThat(asked(read.coverage(), "scholarship")).isTrue();
    }
}
