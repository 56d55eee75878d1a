package kz.shanyraq.nation.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.assistance.TargetedAssistance;
import kz.shanyraq.policy.figures.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Money of a survey in tenge.
class FactorTest {

    @ParameterizedTest(name = "{1} hundredths at {0} are {2} tenge")
    @CsvSource({
        "1, 149, 1",
        "1, 150, 2",
        "1, 0, 0",
        "63.9374, 100, 64",
        "63.9374, 10000, 6394",
        "0.000001, 99999999, 1",
        "10000, 9999999999, 999999999900"
    })
    void a_sum_is_scaled_half_up_to_whole_tenge(String factor, long hundredths, long tenge) {
        assertThat(Factor.of(factor).tenge(hundredths)).isEqualTo(tenge);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "10000.1", "1.1234567", "1,5", "one", "NaN"})
    void what_is_no_rate_is_refused_in_a_sentence(String text) {
        assertThatThrownBy(() -> Factor.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "63.9374", "0.000001", "10000", "0.5"})
    void a_rate_is_written_as_it_is_read(String text) {
        assertThat(Factor.of(text)).hasToString(text);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "US_ACS2011, 2018-05, 22811.00",
        "US_ACS2011, 2020-05, 22811.00",
        "US_ACS2011, 2025-01, 22811.00",
        "AT_SILC_SYNTHETIC, 2025-01, 22804.404"
    })
    void a_family_of_four_on_the_lines_of_the_survey_stands_on_ours(SurveySet set, String month, BigDecimal year) {
        YearMonth when = YearMonth.parse(month);
        var ours = BigDecimal.valueOf(TargetedAssistance.rates(Day.of(when), Figures.shipped())[71].line(), 2);
        var scaled = year.multiply(
                        new BigDecimal(set.factor(when, 71, Figures.shipped()).toString()))
                .divide(BigDecimal.valueOf(48), 2, RoundingMode.HALF_UP);
        assertThat(scaled).isCloseTo(ours, within(new BigDecimal("0.05")));
    }

    @Test
    void a_survey_without_a_line_is_taken_one_to_one() {
        assertThat(SurveySet.MX_ENIGH2022.factor(YearMonth.of(2025, 1), 71, Figures.shipped()))
                .isEqualTo(Factor.ONE);
    }
}
