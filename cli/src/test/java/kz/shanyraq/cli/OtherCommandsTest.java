package kz.shanyraq.cli;

import static kz.shanyraq.cli.Ran.shanyraq;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.shanyraq.policy.Benefit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `shanyraq nation`, `import`, `law` and `doctor`.
class OtherCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void a_nation_is_made_and_told() throws IOException {
        Path out = folder.resolve("N");
        Ran ran = shanyraq("nation", "--persons", 1_000, "--seed", 5, "--out", out, "--format", "csv")
                .isDone();
        assertThat(ran.out()).contains("persons in", "families", "Planted:", "Truth:", "calibration.md");
        for (String file : new String[] {
            "families.csv",
            "persons.csv",
            "incomes.csv",
            "sources.csv",
            "facts.csv",
            "calibration.md",
            "registers/civil.csv",
            "truth/families.csv",
            "truth/errors.csv",
            "truth/duplicates.csv",
            "truth/entitlements.csv"
        }) {
            assertThat(out.resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.readString(out.resolve("calibration.md"))).contains("--persons 1000 --seed 5");
        shanyraq("assess", out, "--month", "2025-01", "--out", folder.resolve("R.parquet"))
                .isDone();
        assertThat(folder.resolve("R.parquet")).isNotEmptyFile();
    }

    @Test
    void only_a_nation_is_replaced() throws IOException {
        Path out = folder.resolve("N");
        shanyraq("nation", "--persons", 300, "--seed", 5, "--out", out).isDone();
        shanyraq("nation", "--persons", 300, "--seed", 6, "--out", out).isDone();
        Path other = Files.createDirectory(folder.resolve("thesis"));
        Files.writeString(other.resolve("thesis.txt"), "years of work", StandardCharsets.UTF_8);
        shanyraq("nation", "--persons", 300, "--seed", 5, "--out", other)
                .refuses(Exit.USAGE, "holds something else than a nation", "Maybe");
        assertThat(other.resolve("thesis.txt")).hasContent("years of work");
        shanyraq("nation", "--persons", 300, "--seed", 5, "--out", other.resolve("thesis.txt"))
                .refuses(Exit.USAGE, "is a file");
        shanyraq("nation", "--persons", 300, "--seed", 5, "--out", other.resolve("thesis.txt/N"))
                .refuses(Exit.USAGE, "cannot be made");
    }

    @ParameterizedTest(name = "nation {0}: {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "--persons 10 --seed 1, A nation of 10 persons cannot be made",
                "--persons -5 --seed 1, A nation of -5 persons cannot be made",
                "--persons 900000000000 --seed 1, cannot be made",
                "--persons 1000 --seed 1 --months 0, 0 months of income cannot be made",
                "--persons 1000 --seed 1 --months 25, 25 months of income cannot be made",
                "--persons 1000 --seed 1 --on 2025-02-30, The day '2025-02-30' is not of the form YYYY-MM-DD.",
                "--persons 1000 --seed 1 --on 1990-01-01, 1989-12",
                "--persons 1000 --seed 1 --format xml, The format 'xml' is not known.",
                "--persons 1000 --seed 1 --threads -1, -1 workers cannot be set to work",
                "--persons 1000 --seed one, 'one' is not a whole number",
                "--seed 1, Missing required option",
            })
    void a_nation_that_cannot_be_made(String words, String said) {
        String[] line = ("nation " + words + " --out " + folder.resolve("N")).split(" ");
        shanyraq((Object[]) line).refuses(Exit.USAGE, said);
        assertThat(folder.resolve("N")).doesNotExist();
        assertThat(folder.resolve("N.unfinished")).doesNotExist();
    }

    @Test
    void an_import_of_what_is_not_known() {
        shanyraq("import", "census", folder, "--out", folder.resolve("A"))
                .refuses(Exit.USAGE, "There is no set 'census'.", "us_acs2011", "Maybe");
        shanyraq("import", "us_acs2011", folder.resolve("nowhere"), "--out", folder.resolve("A"))
                .refuses(Exit.UNREADABLE, "nowhere", "Maybe");
        shanyraq("import", "us_acs2011", folder, "--out", folder.resolve("A"), "--region", "Astana")
                .refuses(Exit.USAGE, "There is no region 'Astana'.", "71 Astana");
        shanyraq("import", "us_acs2011", folder, "--out", folder.resolve("A"), "--factor", "0,5")
                .refuses(Exit.USAGE, "0,5", "Maybe");
        shanyraq("import", "us_acs2011", folder, "--out", folder.resolve("A"), "--month", "May")
                .refuses(Exit.USAGE, "The month 'May'", "Maybe");
        assertThat(folder.resolve("A")).doesNotExist();
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2018-06-01, V1",
        "2019-03-31, V1",
        "2019-04-01, V2",
        "2020-01-01, V3",
        "2023-07-01, V4",
        "2025-01-01, V5",
    })
    void the_law_of_a_day(String day, String edition) {
        assertThat(shanyraq("law", "targeted_assistance", "--on", day).isDone().out())
                .contains(edition);
    }

    @ParameterizedTest(name = "law {0}")
    @EnumSource(Benefit.class)
    void every_act_is_told_in_three_languages(Benefit benefit) {
        String english =
                shanyraq("law", benefit.code(), "--on", "2025-03-01").isDone().out();
        for (String language : new String[] {"kk", "ru"}) {
            String told = shanyraq("law", benefit.code(), "--on", "2025-03-01", "--lang", language)
                    .isDone()
                    .out();
            assertThat(told).isNotEqualTo(english).containsPattern("\\p{IsCyrillic}");
            assertThat(told.lines().count()).isEqualTo(english.lines().count());
        }
        assertThat(english.lines().count()).isGreaterThan(5);
    }

    @Test
    void all_acts_in_a_line_or_two_each() {
        String out = shanyraq("law", "--on", "2025-03-01").isDone().out();
        for (Benefit benefit : Benefit.values()) {
            assertThat(out).contains(benefit.code());
        }
    }

    @ParameterizedTest(name = "codes in {0}")
    @ValueSource(strings = {"kk", "ru", "en"})
    void the_codes_of_the_contract(String language) {
        assertThat(shanyraq("law", "--codes", "--lang", language).isDone().out())
                .contains("targeted_assistance", "income_above_line", "second_car", "V1, V2, V3, V4, V5, V6", "income");
    }

    @ParameterizedTest(name = "law {0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "pension, There is no act 'pension'.",
                "--on 2025-13-01, The day '2025-13-01' is not of the form YYYY-MM-DD.",
                "--on yesterday, The day 'yesterday' is not of the form YYYY-MM-DD.",
                "--on 1990-01-01, is not known on 1990-01-01",
                "targeted_assistance --on 2090-01-01, is not known on 2090-01-01",
            })
    void law_that_is_not_known(String words, String said) {
        shanyraq((Object[]) ("law " + words).split(" ")).refuses(Exit.USAGE, said);
    }

    @Test
    void the_doctor_looks_at_the_machine() {
        Ran ran = shanyraq("doctor", "--port", 1);
        assertThat(ran.code()).isIn(Exit.DONE, Exit.DONE_WITH_REJECTS);
        assertThat(ran.out()).contains("JDK", "Memory", "Disk", "Port 1 ", "Figures", "Maven");
        assertThat(ran.out().contains("What to do:")).isEqualTo(ran.code() == Exit.DONE_WITH_REJECTS);
        shanyraq("doctor", "--port", 99_999).refuses(Exit.USAGE, "There is no port 99999");
    }

    @Test
    void a_port_that_is_taken_is_told_with_what_to_do() throws IOException {
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Ran ran = shanyraq("doctor", "--port", taken.getLocalPort());
            assertThat(ran.code()).isEqualTo(Exit.DONE_WITH_REJECTS);
            assertThat(ran.out()).contains("WRONG", "choose another with --port");
            assertThat(ran.out()).doesNotContainPattern("WRONG +free");
        }
    }
}
