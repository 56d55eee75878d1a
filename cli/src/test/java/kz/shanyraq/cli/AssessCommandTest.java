package kz.shanyraq.cli;

import static kz.shanyraq.cli.Ran.shanyraq;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import kz.shanyraq.policy.Benefit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `shanyraq assess`.
class AssessCommandTest {

    @TempDir
    private Path folder;

    private Village village;
    private Path out;

    @BeforeEach
    void four_families() {
        village = Village.in(folder.resolve("N"));
        out = folder.resolve("R.csv");
    }

    private Ran assess(Object... more) {
        Object[] words = new Object[6 + more.length];
        System.arraycopy(new Object[] {"assess", village.folder(), "--month", "2025-03", "--out", out}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        return shanyraq(words);
    }

    @Test
    void every_family_gets_an_answer_and_is_counted() throws IOException {
        Ran ran = assess().isDone();
        assertThat(ran.out())
                .contains("Families: 4 in = 4 assessed + 0 not assessed")
                .contains("Rows:     17 read = 17 accepted + 0 rejected")
                .contains("families a second", "tenge a month", "Written:  " + out)
                .contains(java.util.Arrays.stream(Benefit.values())
                        .map(Benefit::code)
                        .toList());
        assertThat(ran.out()).containsPattern(Pattern.compile("targeted_assistance +V5 +1 +2 +1 +4 "));
        assertThat(Files.readAllLines(out)).hasSize(1 + count(ran.out(), "([0-9 ]+) results written"));
        assertThat(folder.resolve("wellbeing.csv")).exists();
        assertThat(folder.resolve("signals.csv")).exists();
        assertThat(folder.resolve("rejects.csv")).doesNotExist();
        assertThat(folder.resolve("R.csv.work")).doesNotExist();
    }

    private static int count(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Integer.parseInt(matcher.group(1).replace(" ", ""));
    }

    @Test
    void the_report_is_json_if_that_is_wanted() {
        Ran ran = assess("--json").isDone();
        assertThat(ran.json("$.month")).isEqualTo("2025-03");
        assertThat(ran.json("$.families")).isEqualTo("4");
        assertThat(ran.json("$.persons")).isEqualTo("8");
        assertThat(ran.json("$.rows_read")).isEqualTo("17");
        assertThat(ran.json("$.rows_rejected")).isEqualTo("0");
        assertThat(ran.json("$.acts[11].act")).isEqualTo("targeted_assistance");
        assertThat(ran.json("$.acts[11].granted")).isEqualTo("1");
        assertThat(ran.json("$.acts[11].refused")).isEqualTo("2");
        assertThat(ran.json("$.acts[11].undecided")).isEqualTo("1");
    }

    @Test
    void some_acts_only_and_nothing_beside_them() throws IOException {
        assess("--act", "targeted_assistance,housing_assistance").isDone();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(9);
        assertThat(lines.subList(1, 9)).allMatch(line -> line.contains("_assistance,"));
        assertThat(folder.resolve("wellbeing.csv")).doesNotExist();
        assess("--act", "targeted_assistance", "--wellbeing", "--signals").isDone();
        assertThat(folder.resolve("wellbeing.csv")).exists();
        assertThat(folder.resolve("signals.csv")).exists();
    }

    @Test
    void an_act_that_did_not_exist_is_counted_as_not_in_force() {
        Ran ran = shanyraq(
                        "assess",
                        village.folder(),
                        "--month",
                        "2018-06",
                        "--act",
                        "large_family,targeted_assistance",
                        "--out",
                        out)
                .isDone();
        assertThat(ran.out()).containsPattern("large_family +not_in_force").containsPattern("targeted_assistance +V1");
    }

    @Test
    void rejected_rows_are_listed_and_the_exit_code_tells() throws IOException {
        village.file("incomes.csv", village.text("incomes.csv") + "Poor-1,2024-11,wage,-5\nNobody,2024-11,wage,5\n");
        Ran ran = assess();
        assertThat(ran.code()).isEqualTo(Exit.DONE_WITH_REJECTS);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("Families: 4 in = 3 assessed + 1 not assessed")
                .contains("Rows:     19 read = 17 accepted + 2 rejected")
                .contains("incomes.csv, amount: 1", "incomes.csv, person_id: 1")
                .contains(folder.resolve("rejects.csv").toString());
        assertThat(Files.readString(folder.resolve("rejects.csv"))).isEqualTo("""
                file,line,column,value,reason
                incomes.csv,7,amount,-5,'-5' is negative
                incomes.csv,8,person_id,Nobody,there is no person 'Nobody'
                """);
        assertThat(Files.readAllLines(out))
                .anyMatch(line -> line.startsWith("Poor,2025-03,targeted_assistance,,V5,undecided,,0,0,,income,"));
    }

    @Test
    void a_rejected_family_is_counted_too() {
        village.file("families.csv", Village.FAMILIES.replace("Rich,71,", "Rich,Astana,"));
        Ran ran = assess();
        assertThat(ran.code()).isEqualTo(Exit.DONE_WITH_REJECTS);
        assertThat(ran.out())
                .contains("Families: 4 in = 3 assessed + 1 not assessed")
                .contains("families.csv, region: 1");
    }

    @Test
    void unlikely_values_are_warnings_and_the_run_is_done() {
        village.file("families.csv", Village.FAMILIES.replace("Rich,71,", "Rich,98,"));
        Ran ran = assess();
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).startsWith("Warning: A region that is not in the list: 98.");
    }

    @Test
    void the_same_words_again_write_the_same_bytes() throws IOException {
        assess().isDone();
        byte[] first = Files.readAllBytes(out);
        assess("--threads", 1).isDone();
        assertThat(Files.readAllBytes(out)).isEqualTo(first);
    }

    @Test
    void figures_are_laid_over_the_shipped_ones() throws IOException {
        Path figures = folder.resolve("figures.csv");
        Files.writeString(figures, """
                figure;region;from;until;value;source
                subsistence_minimum;71;2024-10-01;2024-12-31;5000000;a test
                """);
        Ran ran = assess("--act", "targeted_assistance", "--figures", figures).isDone();
        assertThat(ran.out()).containsPattern(Pattern.compile("targeted_assistance +V5 +2 +1 +1 +4 "));
        assertThat(Files.readAllLines(out))
                .allMatch(line -> line.endsWith(",poverty_line") || line.endsWith(",3500000"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "--month 2019-13; The month '2019-13' is not of the form YYYY-MM.; 01 to 12",
                "--month 2025; The month '2025' is not of the form YYYY-MM.; Maybe write it like 2025-03.",
                "--month 2025-03-01; The month '2025-03-01' is not of the form YYYY-MM.; Maybe it is a day",
                "--month 1990-01; is not known on 1990-01-01; it is known from 2017",
                "--month 2099-01; is not known on 2099-01-01; Maybe",
                "--act welfare; There is no act 'welfare'.; targeted_assistance",
                "--act targeted_assistance,; There is no act ''.; targeted_assistance",
                "--threads -3; -3 workers cannot be set to work; Maybe",
                "--threads 100000; 100000 workers cannot be set to work; Maybe",
                "--out nowhere/R.csv; There is no folder; Maybe make it first.",
                "--out R.xlsx; ends neither with .csv nor with .parquet; Maybe",
            })
    void wrong_words(String words, String said, String maybe) {
        String[] word = words.split(" ");
        var line = new java.util.ArrayList<Object>(List.of("assess", village.folder()));
        if (!word[0].equals("--month")) {
            line.addAll(List.of("--month", "2025-03"));
        }
        if (!word[0].equals("--out")) {
            line.addAll(List.of("--out", out));
        }
        line.addAll(List.of((Object[]) word));
        shanyraq(line.toArray()).refuses(Exit.USAGE, said, maybe);
        assertThat(folder).isDirectoryNotContaining("glob:**.work");
    }

    @Test
    void an_out_that_is_a_folder_is_refused_before_any_work() throws IOException {
        Files.createDirectory(out);
        assess().refuses(Exit.USAGE, "is a folder", "Maybe");
        assertThat(folder.resolve("R.csv.work")).doesNotExist();
    }

    private void unreadable(String... words) {
        assess().refuses(Exit.UNREADABLE, words);
        assertThat(folder).isDirectoryNotContaining("glob:**/R.csv*");
        assertThat(folder.resolve("rejects.csv")).doesNotExist();
    }

    @Test
    void data_that_are_not_there() {
        shanyraq("assess", folder.resolve("nowhere"), "--month", "2025-03", "--out", out)
                .refuses(Exit.UNREADABLE, "There is no directory", "nowhere", "Maybe");
        shanyraq("assess", village.folder().resolve("families.csv"), "--month", "2025-03", "--out", out)
                .refuses(Exit.UNREADABLE, "There is no directory", "Maybe");
    }

    @Test
    void a_missing_file() throws IOException {
        Files.delete(village.folder().resolve("persons.csv"));
        unreadable("persons.csv", "Maybe this is not a directory of household data.");
    }

    @Test
    void a_missing_column() {
        village.file("families.csv", "id,region\nPoor,71\n");
        unreadable("has no column 'family_id'", "id, region");
    }

    @Test
    void an_empty_file() {
        village.file("persons.csv", "");
        unreadable("is empty", "Maybe the export failed.");
    }

    @Test
    void a_file_that_is_not_utf8() throws IOException {
        byte[] bytes = village.text("persons.csv").getBytes(Charset.forName("windows-1251"));
        Files.write(village.folder().resolve("persons.csv"), bytes);
        unreadable("is not UTF-8", "Windows-1251");
    }

    @Test
    void a_file_that_is_cut_off() {
        String whole = village.text("incomes.csv");
        village.file("incomes.csv", whole.substring(0, whole.length() - 12));
        unreadable("is cut off", "Maybe");
    }

    @Test
    void a_parquet_file_that_is_none() throws IOException {
        Files.delete(village.folder().resolve("incomes.csv"));
        village.file("incomes.parquet", "PAR1 and no more");
        unreadable("incomes.parquet", "not a Parquet file", "Maybe");
    }

    @Test
    void figures_that_cannot_be_read() throws IOException {
        assess("--figures", folder.resolve("nofigures.csv")).refuses(Exit.UNREADABLE, "nofigures.csv");
        assess("--figures", village.folder().resolve("persons.csv"))
                .refuses(Exit.UNREADABLE, "has no column 'figure'", "Maybe");
        Path figures = folder.resolve("figures.csv");
        for (String line : List.of(
                "subsistence_minimum,71,2024-10-01,2024-12-31,much,a test",
                "subsistence_minimum,71,2024-10-41,2024-12-31,5,a test",
                "subsistence_minimum,Astana,2024-10-01,2024-12-31,5,a test",
                "no_such_figure,71,2024-10-01,2024-12-31,5,a test",
                "subsistence_minimum,71,2024-10-01,2024-09-30,5,a test",
                "subsistence_minimum,71,2024-10-01,2024-12-31,-5,a test")) {
            Files.writeString(figures, "figure,region,from,until,value,source\n" + line + "\n", StandardCharsets.UTF_8);
            Ran ran = assess("--figures", figures);
            assertThat(ran.code()).as(line + ran.err()).isEqualTo(Exit.UNREADABLE);
            assertThat(ran.err()).contains("figures.csv", "2");
            ran.saysItPlainly();
        }
    }
}
