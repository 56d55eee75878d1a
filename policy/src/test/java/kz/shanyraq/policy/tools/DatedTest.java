package kz.shanyraq.policy.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import kz.shanyraq.policy.Dated;
import kz.shanyraq.policy.NotInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A value of the law that changes by date has no default: outside its days it is an error that says so.
class DatedTest {

    private static final Dated<Integer> SHARE = Dated.<Integer>named("share of the poverty line")
            .from("2018-01-01", 50)
            .from("2019-04-01", 70)
            .until("2020-01-01");

    @ParameterizedTest
    @CsvSource({"2018-01-01, 50", "2019-03-31, 50", "2019-04-01, 70", "2019-12-31, 70"})
    void a_value_lasts_to_the_day_before_the_next(LocalDate day, int value) {
        assertThat(SHARE.on(day)).isEqualTo(value);
        assertThat(SHARE.knows(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2017-12-31", "2020-01-01", "2031-05-05"})
    void outside_its_days_there_is_none(LocalDate day) {
        assertThat(SHARE.knows(day)).isFalse();
        assertThatThrownBy(() -> SHARE.on(day))
                .isInstanceOf(NotInForce.class)
                .hasMessageContaining("share of the poverty line is not known on " + day)
                .hasMessageContaining("from 2018-01-01 to 2019-12-31");
    }

    @Test
    void an_open_value_lasts_until_the_law_changes() {
        Dated<String> open =
                Dated.<String>named("edition").from("2025-01-01", "V5").open();
        assertThat(open.on(LocalDate.of(2999, 1, 1))).isEqualTo("V5");
        assertThat(open.end()).isEqualTo(LocalDate.MAX);
        assertThatThrownBy(() -> open.on(LocalDate.of(2024, 12, 31)))
                .hasMessageContaining("edition is not known on 2024-12-31; it is known from 2025-01-01.");
    }

    @Test
    void it_tells_its_name_entries_and_end() {
        assertThat(SHARE.name()).isEqualTo("share of the poverty line");
        assertThat(SHARE.entries())
                .containsExactly(Map.entry(LocalDate.of(2018, 1, 1), 50), Map.entry(LocalDate.of(2019, 4, 1), 70));
        assertThat(SHARE.end()).isEqualTo("2020-01-01");
        assertThat(SHARE).hasToString("share of the poverty line [2018-01-01: 50, 2019-04-01: 70]");
    }

    @ParameterizedTest
    @CsvSource({"2018-01-01", "2017-12-31"})
    void days_ascend(String day) {
        Dated.Building<Integer> building = Dated.<Integer>named("share").from("2018-01-01", 50);
        assertThatThrownBy(() -> building.from(day, 70))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("share: %s is not after 2018-01-01.", day);
    }

    @Test
    void the_end_comes_after_the_last_value() {
        Dated.Building<Integer> building = Dated.<Integer>named("share").from("2018-01-01", 50);
        assertThatThrownBy(() -> building.until("2018-01-01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("share: no value before its end 2018-01-01.");
        assertThatThrownBy(() -> Dated.named("nothing").open()).isInstanceOf(IllegalArgumentException.class);
    }
}
