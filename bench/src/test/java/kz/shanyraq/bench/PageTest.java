package kz.shanyraq.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    private static final String RESULTS = """
            {
              "benchmark": "one", "date": "2026-02-03", "commit": "abc",
              "machine": {"cpu": "C", "cores": 2, "memory_gb": 24, "os": "Linux 6"},
              "jdk": "J", "flags": "-F", "size": {"families": 1234567}, "checksum": "00ff",
              "rows": [
                {"work": "some work", "contender": "ours", "unit": "s", "runs": [%s, 0.5, 0.125], "cpu": 0.3, "peak_mb": 536,
                 "bytes_per_family": 6.2, "floor": 0.0457, "goal": 0.4, "note": "a note"},
                {"work": "some work", "contender": "other", "unit": "s", "runs": [1234.5], "floor": null, "goal": 9, "note": ""},
                {"work": "counts", "contender": "bytes kept", "unit": "bytes", "runs": [11], "floor": null, "goal": null,
                 "note": "of one"}
              ]
            }
            """;

    @TempDir
    Path folder;

    /// A run of `./shanyraq bench` makes the page anew; [Bench] with `--page` makes nothing but the page.
    @Test
    void the_page_in_docs_is_the_one_that_the_results_make() throws Exception {
        Path home = Path.of(System.getProperty("shanyraq.root", ".."));
        assertThat(home.resolve("docs/benchmarks.md")).content().isEqualTo(Page.of(home.resolve("bench/results")));
    }

    @Test
    void each_figure_stands_beside_its_floor_and_its_goal() throws Exception {
        Files.writeString(folder.resolve("2026-02-03-one.json"), RESULTS.formatted("0.25"));
        assertThat(Page.of(folder)).contains("""
                Measured on 2026-02-03, commit abc (`bench/results/2026-02-03-one.json`): C, 2 cores, 24 GB, Linux 6; J, `-F`.
                Size: 1 234 567 families; checksum 00ff.

                ### Some work

                |  | median | min | max | floor | × floor | goal | CPU s | peak MB | bytes a family |  |
                | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |
                | ours | 0.250 s | 0.125 | 0.500 | 0.0457 s | 5.47 | ≤ 0.400 s: met | 0.300 | 536 | 6.20 | a note |
                | other | 1 235 s | 1 235 | 1 235 |  |  | ≤ 9 s: **missed** |  |  |  |  |

                ### Counts

                |  | figure |  |
                | --- | --: | --- |
                | bytes kept | 11 bytes | of one |
                """);
    }

    @Test
    void of_each_benchmark_the_newest_results_count() throws Exception {
        Files.writeString(folder.resolve("2026-02-03-one.json"), RESULTS.formatted("0.25"));
        Files.writeString(folder.resolve("2026-11-03-one.json"), RESULTS.formatted("0.75"));
        Files.writeString(folder.resolve("notes.json"), "none of ours");
        assertThat(Page.of(folder))
                .contains("2026-11-03-one.json", "| ours | 0.500 s |")
                .doesNotContain("2026-02-03-one.json")
                .contains("Not measured yet: `./shanyraq bench tsa19` does.")
                .contains("Not measured yet: `./shanyraq bench nation` does.");
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "0, 0",
        "7, 7",
        "1234567, 1 234 567",
        "0.01234, 0.0123",
        "0.1234, 0.123",
        "1.2345, 1.23",
        "12.345, 12.3",
        "123.45, 123",
        "1234.56, 1 235"
    })
    void figures_have_three_digits_that_count(double number, String figure) {
        assertThat(Page.figure(number)).isEqualTo(figure);
    }
}
