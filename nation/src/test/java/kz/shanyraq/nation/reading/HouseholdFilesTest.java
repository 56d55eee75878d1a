package kz.shanyraq.nation.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import kz.shanyraq.nation.HouseholdData;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The forms in which household data come, and the files that cannot be read at all.
class HouseholdFilesTest {

    @TempDir
    private Path folder;

    private HouseholdData data() {
        return HouseholdData.small(folder);
    }

    private void sameAsSmall(Reading read) {
        assertThat(read.rejects()).isEmpty();
        assertThat(read.families()).containsExactly("F1", "F2");
        assertThat(read.persons()).containsExactly("F1-1", "F1-2", "F1-3", "F2-1");
        assertThat(Arrays.copyOf(read.households().cars, 2)).containsExactly(0, 1);
        assertThat(Arrays.copyOf(read.households().incomeAmount, 4)).containsExactly(120_000, 120_000, 120_000, 90_000);
        assertThat(Arrays.copyOf(read.households().firstIncome, 5)).containsExactly(0, 3, 3, 3, 4);
    }

    @Test
    void plain_files() {
        Reading read = Reading.of(data().folder());
        sameAsSmall(read);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void a_byte_order_mark() {
        byte[] text = ("\uFEFF" + HouseholdData.FAMILIES).getBytes(StandardCharsets.UTF_8);
        sameAsSmall(Reading.of(data().file("families.csv", text).folder()));
    }

    @Test
    void semicolons() {
        Reading read = Reading.of(data().file("families.csv", HouseholdData.FAMILIES.replace(',', ';'))
                .file("persons.csv", HouseholdData.PERSONS.replace(',', ';'))
                .folder());
        sameAsSmall(read);
    }

    @Test
    void carriage_returns_and_line_feeds() {
        Reading read = Reading.of(data().file("families.csv", HouseholdData.FAMILIES.replace("\n", "\r\n"))
                .file("persons.csv", HouseholdData.PERSONS.replace("\n", "\r\n"))
                .file("incomes.csv", HouseholdData.INCOMES.replace("\n", "\r\n"))
                .folder());
        sameAsSmall(read);
    }

    @Test
    void a_mark_semicolons_and_carriage_returns_as_a_spreadsheet_writes_them() {
        String text = "\uFEFF" + HouseholdData.PERSONS.replace(',', ';').replace("\n", "\r\n");
        sameAsSmall(Reading.of(data().file("persons.csv", text).folder()));
    }

    @Test
    void every_cell_in_quotes() {
        String text = "\"" + HouseholdData.PERSONS.strip().replace(",", "\",\"").replace("\n", "\"\n\"") + "\"\n";
        sameAsSmall(Reading.of(data().file("persons.csv", text).folder()));
    }

    @Test
    void no_line_end_after_the_last_row() {
        sameAsSmall(Reading.of(data().file("families.csv", HouseholdData.FAMILIES.strip())
                .file("incomes.csv", HouseholdData.INCOMES.strip())
                .folder()));
    }

    @Test
    void empty_lines_are_skipped() {
        sameAsSmall(Reading.of(data().file("families.csv", HouseholdData.FAMILIES.replace("\n", "\n\n"))
                .folder()));
    }

    @Test
    void columns_and_rows_in_any_order() {
        Reading read = Reading.of(data().file("families.csv", "cars,region,family_id\n1,71,F2\n0,71,F1\n")
                .file("persons.csv", """
                        family_id,work,status,relation,sex,birth_date,person_id
                        F2,pensioner,citizen,head,f,1960-01-30,F2-1
                        F1,none,citizen,child,m,2019-02-28,F1-3
                        F1,permanent,citizen,head,f,1990-05-17,F1-1
                        F1,none,citizen,spouse,m,1988-11-02,F1-2
                        """)
                .folder());
        sameAsSmall(read);
    }

    @Test
    void an_unknown_column_is_ignored_with_one_warning() {
        Reading read = Reading.of(
                data().file("families.csv", "family_id,region,cars,colour,memo\nF1,71,0,red,a\nF2,71,1,blue,b\n")
                        .folder());
        sameAsSmall(read);
        assertThat(read.warnings()).hasSize(1).first().asString().contains("unknown column", "2 times", "colour");
    }

    @Test
    void a_column_that_is_absent_is_not_known_and_an_empty_cell_of_an_event_is_never() {
        Reading read = Reading.of(
                data().file("families.csv", "family_id,region,cars,dwelling_sold_on\nF1,71,,\nF2,71,2,2024-02-29\n")
                        .folder());
        Households h = read.households();
        assertThat(h.cars[0]).isEqualTo(-1);
        assertThat(h.cars[1]).isEqualTo(2);
        assertThat(h.dwellings[0]).isEqualTo(-1);
        assertThat(h.heavyVehicles[0]).isEqualTo((byte) -1);
        assertThat(h.dwellingSoldOn[0]).isEqualTo(Households.NEVER);
        assertThat(Column.DWELLING_SOLD_ON.format(h.dwellingSoldOn[1])).isEqualTo("2024-02-29");
        assertThat(h.refusedWorkOn[0]).isEqualTo(Households.UNKNOWN_DATE);
        assertThat(h.receives[0]).isEqualTo(-1);
        assertThat(read.coverage().has(Column.DWELLING_SOLD_ON)).isTrue();
        assertThat(read.coverage().has(Column.REFUSED_WORK_ON)).isFalse();
    }

    @Test
    void no_file_of_incomes_is_not_an_income_of_zero() {
        assertThat(Reading.of(data().folder()).coverage().incomes()).isTrue();
        Reading read = Reading.of(data().without("incomes.csv").folder());
        assertThat(read.coverage().incomes()).isFalse();
        assertThat(read.rejects()).isEmpty();
    }

    @Test
    void headers_without_rows() {
        Reading read = Reading.of(HouseholdData.empty(folder)
                .file("families.csv", "family_id,region\n")
                .file("persons.csv", "person_id,family_id")
                .file("incomes.csv", "person_id,month,kind,amount\n")
                .file("livestock.csv", "family_id,kind,heads\n")
                .folder());
        assertThat(read.counts()).isEqualTo(new HouseholdReader.Counts(0, 0, 0, 0, 0));
        assertThat(read.rejects()).isEmpty();
        assertThat(read.coverage().incomes()).isTrue();
    }

    @Test
    void a_family_without_persons() {
        Reading read = Reading.of(data().file("persons.csv", "person_id,family_id\nF2-1,F2\n")
                .without("incomes.csv")
                .folder());
        assertThat(read.families()).containsExactly("F1", "F2");
        assertThat(Arrays.copyOf(read.households().firstPerson, 3)).containsExactly(0, 0, 1);
    }

    @Test
    void letters_of_every_alphabet_in_ids_in_the_order_of_code_points() {
        Reading read = Reading.of(HouseholdData.empty(folder)
                .file("families.csv", "family_id,region\nә-1,71\nZ-1,71\n😀,71\nﬀ,71\nЯ-1,71\na\u0301,71\n")
                .file("persons.csv", "person_id,family_id\nҚызы 1,ә-1\n")
                .folder());
        assertThat(read.families()).containsExactly("Z-1", "a\u0301", "Я-1", "ә-1", "ﬀ", "😀");
        assertThat(read.persons()).containsExactly("Қызы 1");
    }

    @Test
    void parents_of_the_family_of_another_one_and_untold() {
        Reading read = Reading.of(data().file("persons.csv", """
                        person_id,family_id,relation,mother_id,father_id
                        F1-1,F1,head,,
                        F1-2,F1,spouse,,
                        F1-3,F1,child,F1-1,F2-1
                        F2-1,F2,head,,
                        """).folder());
        Households h = read.households();
        assertThat(h.mother[2]).isZero();
        assertThat(h.father[2]).isEqualTo(Households.ELSEWHERE);
        assertThat(h.guardian[2]).isEqualTo(Households.NOT_TOLD);
    }

    @Test
    void unlikely_values_are_warnings_and_never_rejects() {
        Reading read = Reading.of(data().file("families.csv", "family_id,region,district\nF1,71,999999999\nF2,98,\n")
                .file("persons.csv", """
                        person_id,family_id,iin,birth_date,relation,study
                        F1-1,F1,790524286844,1990-05-17,head,school
                        F1-2,F1,,2025-02-01,head,
                        F1-3,F1,,1891-01-01,child,
                        F2-1,F2,,1960-01-30,child,
                        """)
                .folder());
        assertThat(read.rejects()).isEmpty();
        assertThat(read.flagged()).isEmpty();
        assertThat(read.warnings())
                .containsExactlyInAnyOrder(
                        "A district that is not in the list: 999999999.",
                        "A region that is not in the list: 98.",
                        "An IIN whose check digit is wrong: of F1-1.",
                        "A pupil older than 25 years: F1-1.",
                        "A person born after the month of the assessment: F1-2.",
                        "A person older than 115 years: F1-3.",
                        "A family with several heads: F1.",
                        "A family without a head: F2.");
    }

    @Test
    void one_family_is_read_as_among_all_others() {
        Path folder = data().file("persons.csv", HouseholdData.PERSONS + "F9-1,F9,x,f,head,citizen,none\n")
                .folder();
        Reading all = Reading.of(folder);
        Reading one = Reading.of(folder, "F2");
        assertThat(one.families()).containsExactly("F2");
        assertThat(one.persons()).containsExactly("F2-1");
        assertThat(one.rejects()).isEmpty();
        assertThat(one.households().birthDate[0]).isEqualTo(all.households().birthDate[3]);
        assertThat(one.households().incomeAmount[0]).isEqualTo(90_000);
        assertThat(Reading.of(folder, "F7").counts().families()).isZero();
    }

    private void unreadable(HouseholdData data, String... words) {
        assertThatThrownBy(() -> Reading.of(data.folder()))
                .isInstanceOf(Unreadable.class)
                .message()
                .contains(words)
                .matches(message -> message.lines().count() <= 2, "one or two lines");
    }

    @Test
    void a_missing_directory_cannot_be_read() {
        unreadable(new HouseholdData(folder.resolve("nowhere")), "There is no directory", "nowhere", "Maybe");
    }

    @Test
    void a_missing_file_cannot_be_read() {
        unreadable(data().without("persons.csv"), "persons.csv", "persons.parquet", "Maybe");
    }

    @Test
    void a_missing_required_column_cannot_be_read() {
        unreadable(data().file("families.csv", "family,region\nF1,71\n"), "family_id", "required", "family, region");
        unreadable(data().file("incomes.csv", "person_id,month,amount\n"), "kind", "required");
    }

    @Test
    void cells_between_tabs_cannot_be_read() {
        unreadable(data().file("families.csv", HouseholdData.FAMILIES.replace(',', '\t')), "family_id", "tabs");
    }

    @Test
    void a_column_named_twice_cannot_be_read() {
        unreadable(data().file("families.csv", "family_id,region,cars,cars\nF1,71,0,1\n"), "'cars' twice");
    }

    @Test
    void two_files_of_one_table_cannot_be_read() {
        unreadable(data().file("persons.parquet", "PAR1"), ".csv", ".parquet", "Maybe");
    }

    @Test
    void an_empty_file_cannot_be_read() {
        unreadable(data().file("families.csv", ""), "is empty", "Maybe");
    }

    @Test
    void a_file_that_is_not_utf8_cannot_be_read() {
        byte[] windows = "family_id,region,address\nF1,71,Абай\n".getBytes(Charset.forName("windows-1251"));
        unreadable(data().file("families.csv", windows), "not UTF-8", "Windows-1251");
        byte[] utf16 = HouseholdData.FAMILIES.getBytes(StandardCharsets.UTF_16);
        unreadable(data().file("families.csv", utf16), "not UTF-8");
    }

    @Test
    void a_file_that_is_not_utf8_far_behind_its_header_cannot_be_read() throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        out.write("family_id,region,address\n".getBytes(StandardCharsets.UTF_8));
        for (int row = 0; row < 30_000; row++) {
            out.write(("F" + row + ",71,Abai 1\n").getBytes(StandardCharsets.UTF_8));
        }
        out.write("F,71,Абай\n".getBytes(Charset.forName("windows-1251")));
        unreadable(data().file("families.csv", out.toByteArray()), "not UTF-8", "Maybe");
    }

    @ParameterizedTest(name = "a CSV file cut off after \"{0}\"")
    @ValueSource(
            strings = {
                "person_id,family_id,sex\nF1-1,F1,f\nF1-2,F",
                "person_id,family_id,sex\nF1-1,F1,f\nF1-2",
                "person_id,family_id,sex\nF1-1,F1,\"f\"\nF1-2,F1,\"f",
                "person_id,family_id,sex\nF1-1,\"F1"
            })
    void a_csv_file_that_is_cut_off_cannot_be_read(String text) {
        unreadable(data().file("persons.csv", text), "cut off", "Maybe");
    }

    @Test
    void a_quote_that_is_never_closed_does_not_swallow_the_rest() {
        unreadable(
                data().file("persons.csv", "person_id,family_id,sex\nF1-1,\"F1,f\nF1-2,F1,f\nF2-1,F2,f\n"),
                "line 2",
                "never closed");
    }

    @Test
    void quotes_at_the_end_of_a_file_are_closed() {
        String header = "family_id,region,address\nF1,71,Abai\n";
        for (String last :
                new String[] {"\"a\"\"\"", "\"\"", "\"\"\"\"", "\"a\nb\"", "a", "", "\"a\"\n", "\"a\n\"\n"}) {
            Reading read = Reading.of(
                    data().file("families.csv", header + "F2,71," + last).folder());
            assertThat(read.families()).as(last).containsExactly("F1", "F2");
        }
    }

    @Test
    void a_csv_file_named_parquet_cannot_be_read() {
        unreadable(data().without("persons.csv").file("persons.parquet", "person_id,family_id\nF1-1,F1\n"), "Parquet");
    }

    @Test
    void a_packed_file_cannot_be_read() {
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, (byte) 0xB5, (byte) 0xFE};
        unreadable(data().file("persons.csv", zip), "persons.csv");
    }

    @Test
    void a_folder_where_a_file_should_be_cannot_be_read() throws IOException {
        HouseholdData data = data().without("persons.csv");
        Files.createDirectory(folder.resolve("persons.csv"));
        unreadable(data, "persons.csv");
    }
}
