package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Terms in working days, over weekends, holidays and what decrees exchanged.
class WorkingDaysTest {

    @ParameterizedTest(name = "{1} working days after {0} is {2}: {3}")
    @CsvSource({
        "2026-11-23, 5, 2026-11-30, over a weekend",
        "2026-11-28, 1, 2026-11-30, from a Saturday",
        "2026-11-23, 0, 2026-11-23, no term",
        "2026-03-20, 1, 2026-03-26, Nauryz on Saturday and Sunday gives Tuesday and Wednesday off",
        "2025-03-20, 1, 2025-03-26, Nauryz from Friday to Sunday gives Monday and Tuesday off",
        "2024-03-20, 1, 2024-03-26, Nauryz from Thursday to Saturday gives Monday off",
        "2024-12-31, 1, 2025-01-05, a Sunday is worked for 3 January",
        "2025-01-05, 1, 2025-01-06, the day after that",
        "2025-01-06, 1, 2025-01-08, 7 January",
        "2023-01-06, 1, 2023-01-09, 7 January on a Saturday moves nothing",
        "2020-05-07, 1, 2020-05-11, the Monday off for 9 May was exchanged for Friday",
        "2020-03-20, 1, 2020-03-26, 21 and 22 March 2020",
        "2024-06-14, 1, 2024-06-17, Kurban Ait on a Sunday moves nothing",
        "2025-06-05, 1, 2025-06-09, Kurban Ait on a Friday",
        "2021-12-15, 1, 2021-12-20, two days of independence until 2021",
        "2022-12-15, 1, 2022-12-19, one day since",
        "2021-10-22, 1, 2021-10-25, no Republic Day yet",
        "2023-10-24, 1, 2023-10-26, Republic Day",
        "2026-12-30, 1, 2026-12-31, the last day of a year",
        "2026-12-31, 1, 2027-01-05, 2 January on a Saturday gives Monday off",
    })
    void a_term_ends_on_a_working_day(LocalDate day, int term, LocalDate due, String why) {
        assertThat(WorkingDays.plus(day, term)).as(why).isEqualTo(due);
        assertThat(WorkingDays.between(day, due)).isEqualTo(term);
        assertThat(term == 0 || WorkingDays.isWorking(due)).isTrue();
    }

    /// Counted by another program from the same acts.
    @ParameterizedTest(name = "{0} has {1} working days")
    @CsvSource({
        "2018, 246",
        "2019, 246",
        "2020, 246",
        "2021, 245",
        "2022, 246",
        "2023, 246",
        "2024, 249",
        "2025, 246",
        "2026, 247",
        "2027, 247",
        "2028, 245",
        "2029, 247",
        "2030, 247"
    })
    void a_year_has_as_many_working_days_as_another_program_counts(int year, int days) {
        int first = WorkingDays.isWorking(LocalDate.of(year, 1, 1)) ? 1 : 0;
        assertThat(first + WorkingDays.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .isEqualTo(days);
    }

    @Test
    void none_lie_before_a_day_that_is_not_later() {
        assertThat(WorkingDays.between(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 11, 23)))
                .isZero();
    }

    @Test
    void a_holiday_says_by_which_act_and_what_was_only_reckoned_says_so() {
        WorkingDays.Special nauryz =
                WorkingDays.special(LocalDate.of(2026, 3, 22)).orElseThrow();
        assertThat(nauryz.source()).contains("267-II").contains("Nauryz");
        assertThat(nauryz.working()).isFalse();
        assertThat(nauryz.confirmed()).isTrue();
        WorkingDays.Special ait = WorkingDays.special(LocalDate.of(2026, 5, 27)).orElseThrow();
        assertThat(ait.confirmed()).isFalse();
        assertThat(ait.source()).startsWith("Kurban Ait").doesNotContain("unconfirmed");
        assertThat(WorkingDays.special(LocalDate.of(2020, 5, 11)).orElseThrow().working())
                .isTrue();
        assertThat(WorkingDays.special(LocalDate.of(2026, 11, 28))).isEmpty();
        assertThat(WorkingDays.isConfirmed(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1)))
                .isTrue();
        assertThat(WorkingDays.isConfirmed(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1)))
                .as("no decree of 2026 was seen")
                .isFalse();
    }

    @Test
    void a_year_outside_the_table_is_an_error_that_says_so() {
        assertThatThrownBy(() -> WorkingDays.plus(LocalDate.of(2030, 12, 31), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2031-01-01")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> WorkingDays.isWorking(LocalDate.of(2017, 12, 31)))
                .hasMessageContaining("from 2018 to 2030");
    }
}
