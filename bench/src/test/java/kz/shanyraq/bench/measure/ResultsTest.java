package kz.shanyraq.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsTest {

    @Test
    void results_are_read_as_they_were_written(@TempDir Path folder) throws Exception {
        var results = new Results(
                "one",
                "2026-02-03",
                "abc",
                new Results.Host("A \"fast\" one", 2, 24, "Linux"),
                "JVM 25",
                "-XX:+Use \\ these",
                Map.of("families", 3L),
                "00ff",
                List.of(
                        new Row(
                                "snapshot → decisions",
                                "ours",
                                "s",
                                List.of(0.25, 0.125),
                                0.0625,
                                2.0,
                                new Row.Cost(0.5, 300, 6.25),
                                "note"),
                        Row.counted("memory", "kept", "bytes", 11, "").withGoal(16)));
        Path file = Files.writeString(folder.resolve("r.json"), results.json());
        assertThat(Results.read(file)).isEqualTo(results);
    }

    @ParameterizedTest(name = "the median of {0} is {1}")
    @CsvSource({"3, 3", "3 1, 2", "9 1 2, 2", "4 1 3 2, 2.5"})
    void the_median_is_the_middle_of_the_runs(String runs, double median) {
        List<Double> figures =
                List.of(runs.split(" ")).stream().map(Double::valueOf).toList();
        assertThat(Row.median(figures)).isEqualTo(median);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"a\" 1}", "{\"a\": }", "{\"a\": [1, 2}", "{\"a\": \"b}", "{} x", "{\"a\": tru}"})
    void json_that_is_none_is_refused_with_its_place(String text) {
        assertThatThrownBy(() -> Json.object(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at its letter");
    }
}
