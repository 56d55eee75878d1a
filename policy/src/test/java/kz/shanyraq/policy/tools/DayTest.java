package kz.shanyraq.policy.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The day of an assessment and its age tests, at their edges.
class DayTest {

    private static int epoch(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }

    private static Day day(String month) {
        return Day.of(YearMonth.parse(month));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01, 2024-10, 2024-12-31",
        "2025-02, 2024-10, 2024-12-31",
        "2025-03, 2024-10, 2024-12-31",
        "2025-04, 2025-01, 2025-03-31",
        "2024-06, 2024-01, 2024-03-31",
        "2025-07, 2025-04, 2025-06-30",
        "2025-12, 2025-07, 2025-09-30",
        "2018-01, 2017-10, 2017-12-31"
    })
    void the_reference_quarter_is_the_calendar_quarter_before(String month, YearMonth first, LocalDate end) {
        Day day = day(month);
        assertThat(Day.month(day.quarter())).isEqualTo(first);
        assertThat(day.quarterEnd()).isEqualTo(end);
        assertThat(day.inQuarter(day.quarter() - 1)).isFalse();
        assertThat(day.inQuarter(day.quarter())).isTrue();
        assertThat(day.inQuarter(day.quarter() + 2)).isTrue();
        assertThat(day.inQuarter(day.quarter() + 3)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2018-01", "2024-12", "1999-06", "2000-02"})
    void a_counted_month_is_the_same_month(YearMonth month) {
        assertThat(Day.month(Day.count(month))).isEqualTo(month);
        assertThat(Day.count(month.plusMonths(1))).isEqualTo(Day.count(month) + 1);
    }

    @Test
    void the_day_is_the_first_of_its_month() {
        Day day = day("2024-02");
        assertThat(day.date()).isEqualTo("2024-02-01");
        assertThat(day.day()).isEqualTo(epoch("2024-02-01"));
        assertThat(day.nextMonth()).isEqualTo(epoch("2024-03-01"));
    }

    @ParameterizedTest
    @CsvSource({"2025-02-28, true", "2025-03-01, true", "2025-03-02, false"})
    void who_is_born_after_the_day_is_not_there(String birth, boolean born) {
        assertThat(day("2025-03").born(epoch(birth))).isEqualTo(born);
    }

    @Test
    void an_unknown_date_of_birth_counts_as_born() {
        assertThat(day("2025-03").born(Households.UNKNOWN_DATE)).isTrue();
    }

    /// A birthday on the day itself has passed.
    @ParameterizedTest
    @CsvSource({"2007-02-28, false", "2007-03-01, false", "2007-03-02, true"})
    void a_child_is_under_18(String birth, boolean child) {
        assertThat(day("2025-03").under18(epoch(birth))).isEqualTo(child);
    }

    /// From the first birthday to the day before the seventh, and a month counts whole.
    @ParameterizedTest
    @CsvSource({
        "2018-03-01, false",
        "2018-03-02, true",
        "2018-03-31, true",
        "2024-03-31, true",
        "2024-03-01, true",
        "2024-04-01, false",
        "2024-04-02, false",
        "2021-06-15, true"
    })
    void a_child_of_1_to_6_on_any_day_of_the_month(String birth, boolean counted) {
        assertThat(day("2025-03").aged1to6(epoch(birth))).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({
        "born1, 2024-03-01",
        "born18Months, 2023-09-01",
        "born3, 2022-03-01",
        "born6, 2019-03-01",
        "born7, 2018-03-01",
        "born16, 2009-03-01",
        "born18, 2007-03-01",
        "born23, 2002-03-01",
        "born80, 1945-03-01",
        "under1AllMonth, 2024-04-01"
    })
    void ages_are_whole_years_back(String age, String born) throws ReflectiveOperationException {
        assertThat(Day.class.getMethod(age).invoke(day("2025-03"))).isEqualTo(epoch(born));
    }

    /// 58½ in 2018, half a year more each year, 61 from 2023 on; men 63 throughout.
    @ParameterizedTest
    @CsvSource({
        "2017-12, 1954-12-01, 1959-12-01",
        "2018-01, 1955-01-01, 1959-07-01",
        "2018-12, 1955-12-01, 1960-06-01",
        "2019-01, 1956-01-01, 1960-01-01",
        "2020-01, 1957-01-01, 1960-07-01",
        "2021-01, 1958-01-01, 1961-01-01",
        "2022-01, 1959-01-01, 1961-07-01",
        "2023-01, 1960-01-01, 1962-01-01",
        "2027-12, 1964-12-01, 1966-12-01"
    })
    void pension_age_by_sex_and_year(String month, String lastMan, String lastWoman) {
        assertThat(day(month).retiredMen()).isEqualTo(epoch(lastMan));
        assertThat(day(month).retiredWomen()).isEqualTo(epoch(lastWoman));
    }

    @ParameterizedTest
    @CsvSource({"2016-12", "2028-01"})
    void a_day_for_which_the_pension_age_is_not_known_is_refused(YearMonth month) {
        assertThatThrownBy(() -> Day.of(month))
                .isInstanceOf(NotInForce.class)
                .hasMessageContaining("pension age of women is not known on " + month + "-01")
                .hasMessageContaining("from 2017-01-01 to 2027-12-31");
    }

    /// A bar holds while the day is before the event plus six months; the last days of long months count to
    /// the end of short ones.
    @ParameterizedTest
    @CsvSource({"2024-08-31, false", "2024-09-01, false", "2024-09-02, true", "2025-03-01, true", "2025-03-02, false"})
    void a_bar_lasts_six_months(String event, boolean barred) {
        assertThat(day("2025-03").barred(epoch(event))).isEqualTo(barred);
    }

    @ParameterizedTest
    @CsvSource({"2020-03-01, false", "2020-03-02, true", "2025-03-01, true", "2025-03-02, false"})
    void within_five_years(String event, boolean within) {
        assertThat(day("2025-03").withinYears(epoch(event), 5)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-01, false", "2024-03-02, true", "2025-03-01, true", "2025-04-01, false"})
    void within_twelve_months(String event, boolean within) {
        assertThat(day("2025-03").withinMonths(epoch(event), 12)).isEqualTo(within);
    }

    @Test
    void what_never_happened_or_is_not_known_bars_nothing() {
        Day day = day("2025-03");
        for (int event : new int[] {Households.NEVER, Households.UNKNOWN_DATE}) {
            assertThat(day.barred(event)).isFalse();
            assertThat(day.withinYears(event, 5)).isFalse();
            assertThat(day.withinMonths(event, 12)).isFalse();
        }
    }
}
