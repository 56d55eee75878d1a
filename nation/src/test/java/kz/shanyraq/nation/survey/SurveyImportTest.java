package kz.shanyraq.nation.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.nation.run.OneFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every import does: each row is brought over or told as rejected, a household is brought over whole or
/// not at all, and nothing is written of files that cannot be read.
class SurveyImportTest {

    @TempDir
    private Path folder;

    /// Three households of one, two and one persons.
    private Microdata three() {
        return Microdata.us(folder)
                .row("households", "household=1")
                .row("households", "household=2 persons=2")
                .row("households", "household=3")
                .row("persons", "household=1 wages=1200")
                .row("persons", "household=2 wages=1200")
                .row("persons", "household=2 person=2 relation=2 age=7 employment=")
                .row("persons", "household=3");
    }

    @Test
    void every_row_that_is_read_is_brought_over() {
        var us = three();
        us.write();
        SurveyImport.Done done = us.bring(false);
        assertThat(done.rowsRead()).isEqualTo(7);
        assertThat(done.rowsSkipped()).isZero();
        assertThat(done.households()).isEqualTo(3);
        assertThat(done.families()).isEqualTo(us.rows("families").size()).isEqualTo(3);
        assertThat(done.persons()).isEqualTo(us.rows("persons").size()).isEqualTo(4);
        assertThat(done.incomes()).isEqualTo(us.rows("incomes").size()).isEqualTo(24);
        assertThat(us.filesThere())
                .containsExactly(
                        "families",
                        "families/facts.csv",
                        "families/families.csv",
                        "families/import.md",
                        "families/incomes.csv",
                        "families/persons.csv",
                        "families/sources.csv");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "household=2 person=2 relation=2 age=old | age | old | 'old' is not a whole number from 0 to 120",
                "household=2 person=2 relation=2 age=130 | age | 130 | 'old' is not a whole number from 0 to 120",
                "household=2 person=2 relation=16 | relation | 16 | '16' is not a whole number from 0 to 15",
                "household=2 person=2 relation=0 | relation | 0 | a second reference person",
                "household=2 person=1 relation=2 | person | 1 | a second person of the same number",
                "household=2 person=2 relation=2 sex=3 | sex | 3 | '3' is not a whole number from 1 to 2",
                "household=2 person=2 relation=2 wages=1.001 | wages | 1.001 | '1.001' is not a sum of at most two decimals",
                "household=2 person=2 relation=2 wages=1e12 | wages | 1e12 | '1e12' is not a sum of at most two decimals"
            })
    void a_row_that_cannot_be_read_rejects_its_household_and_no_other(
            String words, String column, String value, String reason) {
        var us = Microdata.us(folder)
                .row("households", "household=1")
                .row("households", "household=2 persons=2")
                .row("persons", "household=1")
                .row("persons", "household=2")
                .row("persons", words);
        us.write();
        SurveyImport.Done done = us.bring(false);
        assertThat(done.rowsRead()).isEqualTo(5);
        assertThat(done.rowsSkipped()).isEqualTo(3);
        assertThat(us.rows("families")).extracting(row -> row.get("family_id")).containsExactly("1");
        assertThat(us.rows("rejects"))
                .hasSize(3)
                .contains(
                        Map.of(
                                "file",
                                "persons.csv",
                                "line",
                                "4",
                                "column",
                                column,
                                "value",
                                value,
                                "reason",
                                reason.replace("old", value)),
                        Map.of(
                                "file",
                                "households.csv",
                                "line",
                                "3",
                                "column",
                                "",
                                "value",
                                "",
                                "reason",
                                "another row of the household cannot be read"));
    }

    @Test
    void a_household_whose_persons_are_not_all_there_is_rejected() {
        var us = Microdata.us(folder).row("households", "persons=3").row("persons", "");
        us.write();
        assertThat(us.bring(false).rowsSkipped()).isEqualTo(2);
        assertThat(us.rows("rejects").getFirst())
                .containsEntry("column", "persons")
                .containsEntry("reason", "1 persons belong to the household");
    }

    @Test
    void a_household_that_comes_twice_is_brought_over_once() {
        var us = three().row("households", "household=1");
        us.write();
        SurveyImport.Done done = us.bring(false);
        assertThat(done.households()).isEqualTo(3);
        assertThat(done.rowsSkipped()).isEqualTo(1);
        assertThat(us.rows("rejects").getFirst())
                .containsEntry("line", "5")
                .containsEntry("reason", "a second row with the same number");
    }

    @Test
    void a_person_of_no_household_is_rejected() {
        var us = three().row("persons", "household=9");
        us.write();
        assertThat(us.bring(false).rowsSkipped()).isEqualTo(1);
        assertThat(us.rows("rejects").getFirst())
                .containsEntry("line", "6")
                .containsEntry("reason", "there is no household '9'");
    }

    @Test
    void a_line_with_too_few_or_too_many_cells_is_rejected_with_its_household() {
        var us = three().line("persons", "1,2,3").row("persons", "household=4");
        us.write();
        assertThat(us.bring(false).rowsSkipped()).isEqualTo(4);
        assertThat(us.rows("rejects"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("line", "6")
                        .containsEntry("reason", "the line has 3 cells, the header has 29"));
    }

    @Test
    void a_file_that_is_cut_off_is_refused_and_nothing_is_written() throws IOException {
        var us = three();
        Path persons = us.write().resolve("persons.csv");
        String text = Files.readString(persons);
        Files.writeString(persons, text.substring(0, text.length() - 30));
        refused(us, persons.toString(), "is cut off", "Maybe it was not copied to its end.");
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused() throws IOException {
        var us = three().line("persons", "ё");
        Path persons = us.write().resolve("persons.csv");
        Files.write(persons, Files.readString(persons).getBytes(java.nio.charset.Charset.forName("windows-1251")));
        refused(us, "is not UTF-8");
    }

    @Test
    void a_file_without_a_column_of_the_set_is_refused() throws IOException {
        var us = three();
        Path persons = us.write().resolve("persons.csv");
        Files.writeString(persons, Files.readString(persons).replaceFirst(",age,", ",years,"));
        refused(us, "has no column 'age', which us_acs2011 has", "Maybe it is of another set.");
    }

    @Test
    void the_folder_of_another_set_is_refused() {
        var at = Microdata.at(folder).row("households", "").row("persons", "");
        at.write();
        var wanted = new SurveyImport.Wanted(SurveySet.US_ACS2011, at.folder(), move(), at.out(), ".csv");
        assertThatThrownBy(() -> SurveyImport.run(wanted, Progress.silent()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("Maybe it is of another set.");
        assertThat(at.filesThere()).isEmpty();
    }

    @Test
    void the_folder_above_the_set_is_refused_and_the_right_one_named() throws IOException {
        Files.createDirectories(folder.resolve("all/us_acs2011"));
        var wanted = new SurveyImport.Wanted(
                SurveySet.US_ACS2011, folder.resolve("all"), move(), folder.resolve("families"), ".csv");
        assertThatThrownBy(() -> SurveyImport.run(wanted, Progress.silent()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("There is no file households.csv")
                .hasMessageContaining("Maybe %s is meant.".formatted(folder.resolve("all/us_acs2011")));
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        refused(three(), "There is no folder");
    }

    private static void refused(Microdata data, String... words) {
        assertThatThrownBy(() -> data.bring(false))
                .isInstanceOf(Unreadable.class)
                .hasMessageContainingAll(words);
        assertThat(data.filesThere()).isEmpty();
    }

    private static Move move() {
        return new Move(YearMonth.parse(Microdata.MONTH), 71, Factor.ONE, false);
    }

    @Test
    void an_import_that_fails_leaves_the_earlier_one_as_it_was() throws IOException {
        var us = three().brought(false);
        byte[] before = Files.readAllBytes(us.out().resolve("persons.csv"));
        List<String> files = us.filesThere();
        Files.delete(us.folder().resolve("persons.csv"));
        assertThatThrownBy(() -> us.bring(false)).isInstanceOf(Unreadable.class);
        assertThat(us.filesThere()).isEqualTo(files);
        assertThat(Files.readAllBytes(us.out().resolve("persons.csv"))).isEqualTo(before);
    }

    @Test
    void a_new_import_replaces_the_earlier_one_whole() {
        var us = three().row("persons", "household=9");
        us.write();
        us.bring(false);
        assertThat(us.filesThere()).contains("families/rejects.csv");
        three().write();
        us.bring(false);
        assertThat(us.filesThere()).doesNotContain("families/rejects.csv");
    }

    @Test
    void two_imports_of_the_same_rows_are_the_same_bytes() throws IOException {
        var us = three().brought(true);
        String first = Files.readString(us.out().resolve("facts.csv"), StandardCharsets.UTF_8);
        us.bring(true);
        assertThat(Files.readString(us.out().resolve("facts.csv"), StandardCharsets.UTF_8))
                .isEqualTo(first);
    }

    @Test
    void the_move_says_when_where_and_at_what_rate() {
        var us = three();
        us.write();
        us.bring(new Move(YearMonth.of(2020, 5), 10, Factor.of("2.5"), false));
        assertThat(us.family("2", "region")).isEqualTo("10");
        assertThat(us.person("2-02", "birth_date")).isEqualTo("2012-11-01");
        assertThat(us.incomes("2-01", "wage"))
                .hasSize(12)
                .containsEntry("2019-05", 250L)
                .containsEntry("2020-04", 250L);
    }

    @Test
    void the_families_can_be_read_as_any_others() {
        var us = three().brought(false);
        OneFamily family = OneFamily.read(us.out(), "2", YearMonth.parse(Microdata.MONTH));
        assertThat(family).isNotNull();
        assertThat(family.personIds()).containsExactly("2-01", "2-02");
        assertThat(family.rejects()).isEmpty();
    }
}
