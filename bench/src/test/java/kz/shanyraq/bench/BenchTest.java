package kz.shanyraq.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kz.shanyraq.bench.Bench.Name;
import kz.shanyraq.bench.Bench.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {

    @Test
    void without_a_name_all_benchmarks_run() {
        assertThat(Wanted.of()).isEqualTo(new Wanted(List.of(Name.values()), false, 0));
    }

    @Test
    void a_name_and_a_size_are_understood_in_any_order() {
        assertThat(Wanted.of("nation", "--small")).isEqualTo(new Wanted(List.of(Name.NATION), true, 0));
        assertThat(Wanted.of("--small", "one")).isEqualTo(new Wanted(List.of(Name.ONE), true, 0));
        assertThat(Wanted.of("nation", "--persons", "1000000"))
                .isEqualTo(new Wanted(List.of(Name.NATION), false, 1_000_000));
    }

    @Test
    void the_page_alone_needs_no_benchmark() {
        assertThat(Wanted.of("--page").names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsa", "TSA19", "--smal", ""})
    void an_unknown_name_is_told_with_the_known_ones(String word) {
        assertThatThrownBy(() -> Wanted.of(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "There is no benchmark '%s'.\nMaybe tsa19, nation, one, office, pages, line or visits.", word);
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "99", "many", "''", "99999999999"})
    void a_nation_of_no_sensible_size_is_refused(String persons) {
        assertThatThrownBy(() -> Wanted.of("nation", "--persons", persons))
                .hasMessageContaining("A nation of '%s' persons cannot be made.", persons);
    }
}
