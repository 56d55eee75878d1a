package kz.shanyraq.nation.survey;

import java.time.LocalDate;
import java.time.YearMonth;

/// What no survey can tell and the question must: the families of another country are asked as if they lived in
/// Kazakhstan, as its citizens unless they are foreigners where they live, in a region, on the first day of a
/// month, with their incomes at a rate in tenge.
///
/// @param month the households are as they were surveyed on its first day; the incomes are of the months before
/// @param region the first two digits of the region's code
/// @param presume whether what the survey did not ask is taken for the answer that stands in nobody's way; by
///     default it stays not known
public record Move(YearMonth month, int region, Factor factor, boolean presume) {

    /// Half a year: who is of so many completed years has on average lived half a year more.
    private static final int MONTHS = 6;

    /// The day on which the households are as surveyed.
    public LocalDate day() {
        return month.atDay(1);
    }

    /// A date of birth for somebody of so many completed years on the day: the first day of the sixth month before
    /// it, that many years ago.
    public LocalDate born(int age) {
        return day().minusMonths(MONTHS).minusYears(age);
    }
}
