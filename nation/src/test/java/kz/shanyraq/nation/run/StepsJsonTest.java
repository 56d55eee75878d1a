package kz.shanyraq.nation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import kz.shanyraq.nation.HouseholdData;
import kz.shanyraq.nation.files.CsvText;
import kz.shanyraq.policy.Benefit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The steps of a decision as JSON, read by another program.
class StepsJsonTest {

    @TempDir
    private Path folder;

    @Test
    void every_row_has_its_steps_as_json() throws SQLException {
        Path out = folder.resolve("r.csv");
        Assessing.run(Assessing.wanted(
                HouseholdData.small(folder.resolve("data")).folder(),
                out,
                Assessing.MONTH,
                EnumSet.allOf(Benefit.class),
                true,
                1));
        List<List<String>> rows = CsvText.of(out);
        assertThat(rows.getFirst().getLast()).isEqualTo("steps");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet steps = statement.executeQuery("""
                        with step as (
                            select family_id, act, unnest(from_json(steps, '["json"]')) as step from '%s'
                        )
                        select act, min(len(step->>'name')), min(len(step->>'citation')), bool_and(json_exists(step, '$.value')),
                               bool_and(json_type(step->'confirmed') = 'BOOLEAN'), count(*),
                               bool_and(json_exists(step, '$.source'))
                        from step group by act""".formatted(out))) {
            int acts = 0;
            while (steps.next()) {
                acts++;
                assertThat(steps.getInt(2)).as("name in %s", steps.getString(1)).isPositive();
                assertThat(steps.getInt(3))
                        .as("citation in %s", steps.getString(1))
                        .isPositive();
                assertThat(steps.getBoolean(4)).isTrue();
                assertThat(steps.getBoolean(5)).isTrue();
                assertThat(steps.getInt(6)).isPositive();
                assertThat(steps.getBoolean(7)).isTrue();
            }
            assertThat(acts).isEqualTo((int)
                    CsvText.column(out, "act").stream().distinct().count());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain | \"plain\"",
                "a \"quote\" | \"a \\\"quote\\\"\"",
                "back\\slash | \"back\\\\slash\"",
                "Әсел 😀 | \"Әсел 😀\"",
            })
    void texts_are_quoted_as_json(String text, String json) {
        assertThat(StepsJson.quoted(text)).isEqualTo(json);
    }

    @Test
    void control_characters_are_escaped() {
        assertThat(StepsJson.quoted("a\nb\tc\rd\u0001e")).isEqualTo("\"a\\nb\\tc\\rd\\u0001e\"");
    }
}
