package kz.shanyraq.nation.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The Mexican survey, over rows that we invented in its layout.
class MxEnigh2022Test {

    @TempDir
    private Path folder;

    @Test
    void the_six_months_are_those_before_the_move_the_latest_first() {
        var mx = Microdata.mx(folder)
                .row("households", "")
                .row("incomes", "m1=100 m2=200 m3=0 m4=400 m5=500.4 m6=600.5")
                .brought(false);
        assertThat(mx.incomes("01-01", "wage"))
                .isEqualTo(Map.of("2024-12", 100L, "2024-11", 200L, "2024-09", 400L, "2024-08", 500L, "2024-07", 601L));
    }

    @Test
    void lines_of_one_kind_add_up() {
        var mx = Microdata.mx(folder)
                .row("households", "")
                .row("incomes", "code=1 m1=100")
                .row("incomes", "code=4 m1=50")
                .row("incomes", "code=25 m1=7")
                .brought(false);
        assertThat(mx.incomes("01-01", "wage")).isEqualTo(Map.of("2024-12", 150L));
        assertThat(mx.incomes("01-01", "pension")).isEqualTo(Map.of("2024-12", 7L));
    }

    @Test
    void who_the_persons_are_is_not_known() {
        var mx = Microdata.mx(folder)
                .row("households", "persons=3")
                .row("incomes", "person=03 m1=1")
                .brought(false);
        assertThat(mx.rows("persons"))
                .hasSize(3)
                .allSatisfy(person -> assertThat(person)
                        .doesNotContainKeys("birth_date", "sex")
                        .containsEntry("relation", ""));
        assertThat(mx.kinds("01-03")).containsExactly("wage");
    }

    @ParameterizedTest(name = "code {0}")
    @CsvSource({"8", "9", "47", "48"})
    void what_is_asked_for_a_year_or_is_no_income_is_not_written(String code) {
        var mx = Microdata.mx(folder).row("households", "").row("incomes", "code=%s m1=900".formatted(code));
        mx.write();
        assertThat(mx.bring(false).remarks().values()).containsExactly(1L);
        assertThat(mx.rows("incomes")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "code=99 | code | 99 | '99' is not in the list of codes",
                "person=02 | person | 02 | the household has 1 persons",
                "m3=1.234 | m3 | 1.234 | '1.234' is not a sum of at most two decimals"
            })
    void a_line_that_the_layout_does_not_allow_is_rejected_with_its_household(
            String words, String column, String value, String reason) {
        var mx = Microdata.mx(folder).row("households", "").row("incomes", words);
        mx.write();
        assertThat(mx.bring(false).rowsSkipped()).isEqualTo(2);
        assertThat(mx.rows("families")).isEmpty();
        assertThat(mx.rows("rejects"))
                .contains(
                        Map.of("file", "incomes.csv", "line", "2", "column", column, "value", value, "reason", reason));
    }
}
