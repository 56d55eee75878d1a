package kz.shanyraq.policy;

import java.time.LocalDate;
import java.time.YearMonth;

/// The day of an assessment, the first of a month, with the dates of birth that its age tests need: found
/// once for a run, never once for a family. Days are counted since 1970-01-01, months as year × 12 + month −
/// 1.
///
/// @param date the day itself
/// @param day the day, counted
/// @param nextMonth the first day of the next month, counted
/// @param month the month, counted
/// @param quarter the first month of the reference quarter, the calendar quarter before that of the day
/// @param born1 who is born after this day is under 1; likewise for the other ages
/// @param under1AllMonth who is born from this day on does not turn 1 in the month
/// @param retiredMen men born up to this day have reached pension age; likewise for women
public record Day(
        LocalDate date,
        int day,
        int nextMonth,
        int month,
        int quarter,
        int born1,
        int born18Months,
        int born3,
        int born6,
        int born7,
        int born16,
        int born18,
        int born23,
        int born80,
        int under1AllMonth,
        int retiredMen,
        int retiredWomen) {

    /// Months of a reference quarter.
    public static final int QUARTER = 3;

    /// Pension age of men, in months. Not in the texts read: unconfirmed.
    private static final int PENSION_AGE_MEN = 63 * 12;

    /// Pension age of women, in months: half a year more each year until 2023. Not in the texts read:
    /// unconfirmed.
    private static final Dated<Integer> PENSION_AGE_WOMEN = Dated.<Integer>named("pension age of women")
            .from("2017-01-01", 58 * 12)
            .from("2018-01-01", 58 * 12 + 6)
            .from("2019-01-01", 59 * 12)
            .from("2020-01-01", 59 * 12 + 6)
            .from("2021-01-01", 60 * 12)
            .from("2022-01-01", 60 * 12 + 6)
            .from("2023-01-01", 61 * 12)
            .until("2028-01-01");

    /// The first day of a month.
    ///
    /// @throws NotInForce where the pension age is not known (before 2017, from 2028 on)
    public static Day of(YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate next = first.plusMonths(1);
        int counted = count(month);
        return new Day(
                first,
                epoch(first),
                epoch(next),
                counted,
                counted - counted % QUARTER - QUARTER,
                epoch(first.minusYears(1)),
                epoch(first.minusMonths(18)),
                epoch(first.minusYears(3)),
                epoch(first.minusYears(6)),
                epoch(first.minusYears(7)),
                epoch(first.minusYears(16)),
                epoch(first.minusYears(18)),
                epoch(first.minusYears(23)),
                epoch(first.minusYears(80)),
                epoch(next.minusYears(1)),
                epoch(first.minusMonths(PENSION_AGE_MEN)),
                epoch(first.minusMonths(PENSION_AGE_WOMEN.on(first))));
    }

    /// A month counted as year × 12 + month − 1.
    public static int count(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    /// A counted month as a month of the calendar.
    public static YearMonth month(int counted) {
        return YearMonth.of(counted / 12, counted % 12 + 1);
    }

    /// Whether a month lies in the reference quarter.
    public boolean inQuarter(int month) {
        return month >= quarter && month < quarter + QUARTER;
    }

    /// The last day of the reference quarter: the figures of that quarter are read for it.
    public LocalDate quarterEnd() {
        return month(quarter + QUARTER - 1).atEndOfMonth();
    }

    /// Whether somebody is born on the day or before it; who is not, is not in the family. An unknown date of
    /// birth counts as born.
    public boolean born(int birth) {
        return birth <= day;
    }

    /// Whether somebody with a known date of birth is a child, under 18.
    public boolean under18(int birth) {
        return birth > born18;
    }

    /// Whether a child with a known date of birth is of an age of 1 to 6 on any day of the month: from the
    /// first birthday to the day before the seventh.
    public boolean aged1to6(int birth) {
        return birth < under1AllMonth && birth > born7;
    }

    /// Whether an event of the last six months bars: the day is before the event's date plus six months. An
    /// event after the day does not.
    public boolean barred(int event) {
        return event > NEVER && event <= day && day < plusMonths(event, 6);
    }

    /// Whether an event lies within the last `years` years before the day.
    public boolean withinYears(int event, int years) {
        return event > NEVER && event <= day && day < plusMonths(event, 12 * years);
    }

    /// Whether an event lies within the last `months` months before the day.
    public boolean withinMonths(int event, int months) {
        return event > NEVER && event <= day && day < plusMonths(event, months);
    }

    /// The date of an event that never happened; as in the columns of households.
    private static final int NEVER = Integer.MIN_VALUE + 1;

    private static int plusMonths(int day, int months) {
        return epoch(LocalDate.ofEpochDay(day).plusMonths(months));
    }

    private static int epoch(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
