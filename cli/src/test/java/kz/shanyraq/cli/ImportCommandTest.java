package kz.shanyraq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `shanyraq import`, over rows that we invented in the layout of the Austrian set.
class ImportCommandTest {

    private static final String HOUSEHOLDS = """
            household,region,weight,persons,eq_size,eq_income,hy040_rent,hy050_family_children,hy070_housing,\
            hy080_transfers,hy090_interest,hy110_children_income,hy130_transfers_paid,hy145_tax
            1,Tyrol,500,1,1,9000,0,0,0,0,0,0,0,0
            2,Vienna,500,1,1,9000,0,0,0,0,0,0,0,0
            """;

    private static final String PERSONS = """
            household,person,sex,age,status,citizenship,py010_employee,py050_self,py090_unemployment,py100_oldage,\
            py110_survivor,py120_sickness,py130_disability,py140_education
            1,101,female,40,1,AT,9000,0,0,0,0,0,0,0
            2,201,male,30,1,AT,9000,0,0,0,0,0,0,0
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path set = Path.of(".");
    private Path data = Path.of(".");

    @BeforeEach
    void files() throws IOException {
        set = Files.createDirectory(folder.resolve("at_silc_synthetic"));
        data = folder.resolve("data");
        Files.writeString(set.resolve("households.csv"), HOUSEHOLDS);
        Files.writeString(set.resolve("persons.csv"), PERSONS);
    }

    /// Runs `import` and tells its exit code.
    private int run(String... words) {
        var all = new ArrayList<>(List.of("import"));
        all.addAll(Arrays.asList(words));
        var progress = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var console = new Console(new PrintWriter(out), new PrintWriter(err), progress, false, folder);
        return Shanyraq.run(all.toArray(String[]::new), console);
    }

    private List<String> there() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Test
    void an_import_prints_its_counts_and_its_rate() {
        assertThat(run("at_silc_synthetic", set.toString(), "--out", data.toString()))
                .isEqualTo(Exit.DONE);
        assertThat(out.toString())
                .contains("one euro = 63.9559 tenge; what was not asked is not known")
                .contains("4 read = 4 brought over + 0 skipped")
                .contains("Families: 2 of 2 households");
        assertThat(data.resolve("families.parquet")).exists();
    }

    @Test
    void its_families_are_assessed_like_any_others() {
        run("at_silc_synthetic", set.toString(), "--out", data.toString(), "--format", "csv", "--factor", "1");
        out.getBuffer().setLength(0);
        var console = new Console(
                new PrintWriter(out),
                new PrintWriter(err),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false,
                folder);
        String[] words = {
            "assess",
            data.toString(),
            "--month",
            "2025-01",
            "--out",
            folder.resolve("r.csv").toString()
        };
        assertThat(Shanyraq.run(words, console)).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("Families: 2 in = 2 assessed + 0 not assessed");
    }

    @Test
    void rejected_rows_are_listed_and_the_others_go_on() throws IOException {
        Files.writeString(set.resolve("persons.csv"), PERSONS.replace("201,male,30", "201,male,old"));
        assertThat(run("at_silc_synthetic", set.toString(), "--out", data.toString()))
                .isEqualTo(Exit.DONE_WITH_REJECTS);
        assertThat(out.toString()).contains("4 read = 2 brought over + 2 skipped");
        assertThat(Files.readString(data.resolve("rejects.csv")))
                .contains("persons.csv,3,age,old,'old' is not a whole number from -1 to 120");
    }

    @Test
    void counts_can_be_had_for_machines() {
        run("at_silc_synthetic", set.toString(), "--out", data.toString(), "--factor", "2.5", "--json");
        assertThat(out.toString().strip()).isEqualTo("""
                {"set":"at_silc_synthetic","month":"2025-01","factor":2.5,"presumed":false,"rows_read":4,\
                "rows_skipped":0,"households":2,"families":2,"persons":2,"incomes":24}""");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "us_acs SET --out DATA | There is no set 'us_acs'.",
                "at_silc_synthetic SET | Missing required option: '--out=DATA'",
                "at_silc_synthetic SET --out DATA --factor 1,5 | The factor '1,5' is not a number",
                "at_silc_synthetic SET --out DATA --factor 0 | The factor '0' is not a number",
                "at_silc_synthetic SET --out DATA --region 99 | There is no region '99'.",
                "at_silc_synthetic SET --out DATA --month 2025-13 | 2025-13",
                "at_silc_synthetic SET --out DATA --month 2010-01 | is not known on 2010-01-01",
                "at_silc_synthetic SET --out DATA --format xml | The format 'xml' is not known.",
                "at_silc_synthetic SET --out SET | holds something else than an import, and is not replaced.",
                "mx_enigh2022 SET --out DATA --presume | Of mx_enigh2022 nothing can be presumed"
            })
    void wrong_words_are_said_in_a_sentence(String words, String sentence) {
        assertThat(run(words(words))).isEqualTo(Exit.USAGE);
        told(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "us_acs2011 SET --out DATA | has no column 'state', which us_acs2011 has.",
                "at_silc_synthetic NOWHERE --out DATA | There is no folder",
                "at_silc_synthetic ABOVE --out DATA | There is no file households.csv",
                "at_silc_synthetic SET/persons.csv --out DATA | There is no folder"
            })
    void a_folder_that_is_not_the_sets_is_said_in_a_sentence(String words, String sentence) {
        assertThat(run(words(words))).isEqualTo(Exit.UNREADABLE);
        told(sentence);
    }

    @Test
    void a_file_that_is_cut_off_is_said_in_a_sentence() throws IOException {
        Files.writeString(set.resolve("persons.csv"), PERSONS.substring(0, PERSONS.length() - 12));
        assertThat(run(words("at_silc_synthetic SET --out DATA"))).isEqualTo(Exit.UNREADABLE);
        told("is cut off: its last line 3 has");
    }

    private String[] words(String words) {
        return Stream.of(words.split(" "))
                .map(word -> word.replace("SET", set.toString())
                        .replace("DATA", data.toString())
                        .replace("NOWHERE", folder.resolve("nowhere").toString())
                        .replace("ABOVE", folder.toString()))
                .toArray(String[]::new);
    }

    /// A sentence, a line that helps at most, no trace, and nothing written.
    private void told(String sentence) {
        assertThat(err.toString())
                .contains(sentence)
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("A fault of ours");
        assertThat(there()).containsExactly("at_silc_synthetic");
        assertThat(out.toString()).isEmpty();
    }
}
