package kz.shanyraq.cli;

import static kz.shanyraq.cli.Ran.shanyraq;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `shanyraq explain`.
class ExplainCommandTest {

    @TempDir
    private Path folder;

    private Village village;

    @BeforeEach
    void four_families() {
        village = Village.in(folder.resolve("N"));
    }

    private Ran explain(String family, Object... more) {
        Object[] words = new Object[8 + more.length];
        System.arraycopy(
                new Object[] {
                    "explain",
                    village.folder(),
                    "--family",
                    family,
                    "--month",
                    "2025-03",
                    "--act",
                    "targeted_assistance"
                },
                0,
                words,
                0,
                8);
        System.arraycopy(more, 0, words, 8, more.length);
        return shanyraq(words);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "Poor, en, Social Code",
        "Rich, en, Social Code",
        "TwoCars, en, Social Code",
        "Unknown, en, Social Code",
        "Poor, ru, Социальн",
        "Rich, ru, Социальн",
        "TwoCars, ru, Социальн",
        "Unknown, ru, Социальн",
        "Poor, kk, Әлеуметтік",
        "Rich, kk, Әлеуметтік",
        "TwoCars, kk, Әлеуметтік",
        "Unknown, kk, Әлеуметтік",
    })
    void each_answer_in_each_language_cites_the_law(String family, String language, String act) {
        Ran ran = explain(family, "--lang", language).isDone();
        assertThat(ran.out()).contains(family, act).contains("128");
        assertThat(ran.out()).doesNotContain("{0}").doesNotContain("null").doesNotContain("???");
    }

    @Test
    void the_languages_differ() {
        String english = explain("Poor").out();
        assertThat(english).isEqualTo(explain("Poor", "--lang", "en").out());
        assertThat(explain("Poor", "--lang", "kk").out())
                .isNotEqualTo(english)
                .isNotEqualTo(explain("Poor", "--lang", "ru").out());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Poor, granted, '[]', '[]'",
        "Rich, refused, '[\"income_above_line\"]', '[]'",
        "TwoCars, refused, '[\"second_car\"]', '[]'",
        "Unknown, undecided, '[]', '[\"cars\"]'",
    })
    void json_holds_outcome_steps_and_reasons(String family, String outcome, String unmet, String missing) {
        Ran ran = explain(family, "--json").isDone();
        assertThat(ran.json("$.family_id")).isEqualTo(family);
        assertThat(ran.json("$.month")).isEqualTo("2025-03");
        assertThat(ran.json("$.acts[0].act")).isEqualTo("targeted_assistance");
        assertThat(ran.json("$.acts[0].person_id")).isEmpty();
        assertThat(ran.json("$.acts[0].edition")).isEqualTo("V5");
        assertThat(ran.json("$.acts[0].outcome")).isEqualTo(outcome);
        assertThat(ran.json("$.acts[0].unmet")).isEqualTo(unmet);
        assertThat(ran.json("$.acts[0].missing")).isEqualTo(missing);
        assertThat(Long.parseLong(ran.json("$.acts[0].monthly")) > 0).isEqualTo(outcome.equals("granted"));
        assertThat(ran.json("$.acts[0].steps[0].name")).isNotBlank();
        assertThat(ran.json("$.acts[0].steps[0].citation")).isNotBlank();
        assertThat(ran.json("$.acts[0].steps[0].confirmed")).isIn("true", "false");
    }

    @Test
    void the_change_that_is_offered_flips_the_answer() {
        Ran before = explain("TwoCars", "--json").isDone();
        assertThat(before.json("$.acts[0].flip.file")).isEqualTo("families");
        assertThat(before.json("$.acts[0].flip.key.family_id")).isEqualTo("TwoCars");
        assertThat(before.json("$.acts[0].flip.column")).isEqualTo("cars");
        assertThat(before.json("$.acts[0].flip.from")).isEqualTo("2");
        String to = before.json("$.acts[0].flip.to");
        village.file(
                "families.csv",
                Village.FAMILIES.replace("TwoCars,71,1,0,,false,false,2", "TwoCars,71,1,0,,false,false," + to));
        Ran after = explain("TwoCars", "--json").isDone();
        assertThat(after.json("$.acts[0].outcome"))
                .isEqualTo(before.json("$.acts[0].flip.outcome"))
                .isEqualTo("granted");
        assertThat(after.json("$.acts[0].monthly")).isEqualTo(before.json("$.acts[0].flip.monthly"));
    }

    @Test
    void explain_and_assess_agree() throws java.io.IOException {
        Path out = folder.resolve("R.csv");
        shanyraq("assess", village.folder(), "--month", "2025-03", "--act", "targeted_assistance", "--out", out)
                .isDone();
        for (String line : java.nio.file.Files.readAllLines(out).subList(1, 5)) {
            String[] cells = line.split(",", -1);
            Ran ran = explain(cells[0], "--json").isDone();
            assertThat(ran.json("$.acts[0].outcome")).isEqualTo(cells[5]);
            assertThat(ran.json("$.acts[0].kind")).isEqualTo(cells[6]);
            assertThat(ran.json("$.acts[0].monthly")).isEqualTo(cells[7]);
        }
    }

    @Test
    void all_acts_are_explained_by_default() {
        Ran ran = shanyraq("explain", village.folder(), "--family", "Poor", "--month", "2025-03", "--json")
                .isDone();
        assertThat(ran.json("$.acts[0].act")).isNotNull();
        assertThat(ran.out()).contains("housing_assistance", "targeted_assistance", "large_family");
        assertThat(shanyraq("explain", village.folder(), "--family", "Poor", "--month", "2018-03")
                        .isDone()
                        .out())
                .contains("not in force");
    }

    @Test
    void the_sources_of_facts_are_told() {
        village.file("facts.csv", """
                person_id,family_id,column,value,source,valid_from,valid_to,received_on
                ,TwoCars,cars,2,vehicles,2024-05-01,,2025-01-09
                """);
        assertThat(explain("TwoCars", "--json").isDone().out()).contains("vehicles, 2025-01-09");
        assertThat(explain("Poor", "--json").isDone().out()).doesNotContain("vehicles, 2025");
    }

    @Test
    void a_family_with_a_rejected_row_is_not_assessed_and_the_row_is_told() {
        village.file("incomes.csv", village.text("incomes.csv") + "Poor-1,2024-11,wage,-5\n");
        Ran ran = explain("Poor", "--json");
        assertThat(ran.code()).isEqualTo(Exit.DONE_WITH_REJECTS);
        assertThat(ran.json("$.acts[0].outcome")).isEqualTo("undecided");
        assertThat(ran.json("$.acts[0].missing")).isEqualTo("[\"income\"]");
        assertThat(ran.err()).contains("incomes.csv", "7", "amount", "negative");
        ran.saysItPlainly();
    }

    @Test
    void a_family_whose_own_row_is_rejected() {
        village.file("families.csv", Village.FAMILIES.replace("Poor,71,", "Poor,Astana,"));
        Ran ran = explain("Poor");
        assertThat(ran.code()).isEqualTo(Exit.DONE_WITH_REJECTS);
        assertThat(ran.err()).contains("families.csv", "region", "Astana");
    }

    @Test
    void a_family_that_is_not_there() {
        explain("Poor-1").refuses(Exit.USAGE, "There is no family 'Poor-1'", "Maybe it is a person_id");
        explain("").refuses(Exit.USAGE, "There is no family ''", "Maybe");
    }

    @Test
    void data_that_cannot_be_read() {
        shanyraq("explain", folder.resolve("nowhere"), "--family", "F", "--month", "2025-03")
                .refuses(Exit.UNREADABLE, "There is no directory", "Maybe");
    }

    @Test
    void a_month_that_the_law_does_not_know() {
        shanyraq("explain", village.folder(), "--family", "Poor", "--month", "1990-01")
                .refuses(Exit.USAGE, "is not known on 1990-01-01");
    }
}
