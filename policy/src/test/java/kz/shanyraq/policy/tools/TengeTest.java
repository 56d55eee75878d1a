package kz.shanyraq.policy.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Tenge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rounding is law: which half goes where, and from when.
class TengeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 3, 0",
        "1, 3, 0",
        "2, 3, 1",
        "1, 2, 1",
        "3, 2, 2",
        "149, 100, 1",
        "150, 100, 2",
        "250, 100, 3",
        "7, 1, 7",
        "999999999999, 10, 100000000000"
    })
    void a_half_goes_up(long numerator, long divisor, long rounded) {
        assertThat(Tenge.round(numerator, divisor)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 0", "1, 3, 1", "3, 3, 1", "4, 3, 2", "101, 100, 2", "200, 100, 2"})
    void a_ceiling_goes_up_always(long numerator, long divisor, long rounded) {
        assertThat(Tenge.ceiling(numerator, divisor)).isEqualTo(rounded);
    }

    /// The last month of ceilings is December 2018.
    @ParameterizedTest
    @CsvSource({"2018-01, 101, 2", "2018-12, 101, 2", "2019-01, 101, 1", "2019-01, 150, 2", "2025-11, 149, 1"})
    void benefits_are_rounded_up_in_2018_and_half_up_since(YearMonth month, long tiyn, long tenge) {
        assertThat(Tenge.benefit(Day.of(month), tiyn, 100)).isEqualTo(tenge);
    }

    /// 38 indices of 2018 for the birth of a child; a large family of four children in 2025.
    @ParameterizedTest
    @CsvSource({
        "2018-06, 3800, 240500, 91390",
        "2018-06, 105, 2828400, 29699",
        "2019-08, 140, 2969800, 41577",
        "2025-11, 1603, 393200, 63030"
    })
    void a_coefficient_of_a_figure(YearMonth month, long coefficient, long figure, long tenge) {
        assertThat(Tenge.coefficient(Day.of(month), coefficient, figure)).isEqualTo(tenge);
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "1, 0", "1, -3"})
    void what_is_no_money_is_not_rounded(long numerator, long divisor) {
        assertThatThrownBy(() -> Tenge.round(numerator, divisor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot round %d / %d: money is not negative.", numerator, divisor);
        assertThatThrownBy(() -> Tenge.ceiling(numerator, divisor)).isInstanceOf(IllegalArgumentException.class);
    }
}
