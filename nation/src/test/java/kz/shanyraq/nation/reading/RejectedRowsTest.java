package kz.shanyraq.nation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kz.shanyraq.nation.HouseholdData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A row that cannot be read is rejected with its line, column, value and reason; its family is not assessed; the
/// other rows go on.
class RejectedRowsTest {

    @TempDir
    private Path folder;

    private HouseholdData data() {
        return HouseholdData.small(folder);
    }

    @ParameterizedTest(name = "{0} = \"{1}\" is rejected: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "region | 7 | '7' is not a region code of two digits",
                "region | Astana | 'Astana' is not a region code of two digits",
                "region | '' | a value is required",
                "district | 71111000 | '71111000' is not a KATO code of nine digits",
                "settlement_type | Urban | 'Urban' is not one of urban, rural",
                "dwellings | 1.5 | '1.5' is not a whole number from 0 to 999999999",
                "dwellings | -1 | '-1' is not a whole number from 0 to 999999999",
                "dwellings | 1000000000 | '1000000000' is not a whole number from 0 to 999999999",
                "dwellings | ١ | '١' is not a whole number from 0 to 999999999",
                "dwelling_area_m2 | 54,5 | '54,5' is not an area in square metres",
                "dwelling_area_m2 | -5 | '-5' is not an area in square metres",
                "dwelling_sold_on | 2024-02-30 | '2024-02-30' is not a date as YYYY-MM-DD",
                "water | yes | 'yes' is not true or false",
                "water | TRUE | 'TRUE' is not true or false",
                "water | 1 | '1' is not true or false",
                "deposits | -5 | '-5' is negative",
                "deposits | 100.50 | '100.50' is not a sum of whole tenge",
                "deposits | 1 000 | '1 000' is not a sum of whole tenge",
                "deposits | 1e6 | '1e6' is not a sum of whole tenge",
                "deposits | 99999999999999 | '99999999999999' is not a sum of whole tenge",
                "housing_costs | 2000000001 | '2000000001' is more than 2000000000 tenge",
            })
    void a_cell_of_a_family_of_the_wrong_form(String column, String value, String reason) {
        String cell = value.equals("''") ? "" : value;
        String region = column.equals("region") ? cell : "71";
        String header = column.equals("region") ? "family_id,region" : "family_id,region," + column;
        String quoted = column.equals("region") ? region : region + ",\"" + cell + "\"";
        Reading read = Reading.of(data().file(
                        "families.csv",
                        header + "\nF1," + quoted + "\nF2,71" + (column.equals("region") ? "" : ",") + "\n")
                .folder());
        assertThat(read.rejects()).containsExactly(new Reading.Reject("families.csv", 2, column, cell, reason));
        assertThat(read.families()).containsExactly("F1", "F2");
        assertThat(read.flagged()).containsExactly("F1");
    }

    @ParameterizedTest(name = "{0} = \"{1}\" is rejected: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "iin | 79052428684 | '79052428684' is not an IIN of twelve digits",
                "iin | 000000000000 | '000000000000' is not an IIN of twelve digits",
                "language | en | 'en' is not kk or ru",
                "birth_date | 2001-02-29 | '2001-02-29' is not a date as YYYY-MM-DD",
                "birth_date | 1999-13-01 | '1999-13-01' is not a date as YYYY-MM-DD",
                "birth_date | 1999-04-31 | '1999-04-31' is not a date as YYYY-MM-DD",
                "birth_date | 01.02.1999 | '01.02.1999' is not a date as YYYY-MM-DD",
                "birth_date | 1999-1-2 | '1999-1-2' is not a date as YYYY-MM-DD",
                "birth_date | 1999-01-02T00:00 | '1999-01-02T00:00' is not a date as YYYY-MM-DD",
                "sex | male | 'male' is not one of f, m",
                "relation | wife | 'wife' is not one of head, spouse, partner, child, foster_child, parent, sibling, other",
                "disability | 2 | '2' is not one of none, group1, group2, group3, child",
                "occupation | 12345 | '12345' is not an ISCO-08 code of one to four digits",
                "receives | large family | 'large family' is not a list of benefit codes joined by",
            })
    void a_cell_of_a_person_of_the_wrong_form(String column, String value, String reason) {
        Reading read = Reading.of(data().file(
                        "persons.csv",
                        "person_id,family_id," + column + "\nF1-1,F1,\nF1-2,F1," + value + "\nF2-1,F2,\n")
                .without("incomes.csv")
                .folder());
        assertThat(read.rejected()).containsExactly("persons.csv:3 %s=%s".formatted(column, value));
        assertThat(read.rejects().getFirst().reason()).startsWith(reason);
        assertThat(read.flagged()).containsExactly("F1");
        assertThat(read.persons()).containsExactly("F1-1", "F2-1");
    }

    @ParameterizedTest(name = "{0} is rejected for {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "F1-1,2024-13,wage,1; '2024-13' is not a month as YYYY-MM",
                "F1-1,2024-12-01,wage,1; '2024-12-01' is not a month as YYYY-MM",
                "F1-1,2024-1,wage,1; '2024-1' is not a month as YYYY-MM",
                "F1-1,2024-12,salary,1; 'salary' is not one of wage",
                "F1-1,2024-12,wage,-120000; '-120000' is negative",
                "F1-1,2024-12,wage,0.5; '0.5' is not a sum of whole tenge",
                "F1-1,2024-12,wage,; a value is required",
                "F1-1,,wage,5; a value is required",
            })
    void a_cell_of_an_income_of_the_wrong_form(String row, String reason) {
        Reading read =
                Reading.of(data().file("incomes.csv", "person_id,month,kind,amount\n" + row + "\nF2-1,2024-12,wage,5\n")
                        .folder());
        assertThat(read.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.file()).isEqualTo("incomes.csv");
            assertThat(reject.line()).isEqualTo(2);
            assertThat(reject.reason()).startsWith(reason);
        });
        assertThat(read.flagged()).containsExactly("F1");
        assertThat(read.counts().incomes()).isEqualTo(1);
    }

    @Test
    void a_second_row_with_the_same_id_and_both_its_families() {
        Reading read = Reading.of(data().file("families.csv", "family_id,region\nF1,71\nF2,71\nF1,10\nF3,71\n")
                .file("persons.csv", "person_id,family_id\nP1,F1\nP2,F2\nP3,F3\nP2,F3\n")
                .without("incomes.csv")
                .folder());
        assertThat(read.rejected()).containsExactly("families.csv:4 family_id=F1", "persons.csv:5 person_id=P2");
        assertThat(read.rejects()).allMatch(reject -> reject.reason().equals("a second row with the same id"));
        assertThat(read.flagged()).contains("F1", "F3");
        assertThat(read.persons()).containsExactly("P1", "P2", "P3");
    }

    @Test
    void a_person_without_a_family_and_an_income_without_a_person() {
        Reading read = Reading.of(
                data().file("persons.csv", HouseholdData.PERSONS + "F9-1,F9,1980-01-01,f,head,citizen,none\n")
                        .file("incomes.csv", HouseholdData.INCOMES + "F9-1,2024-12,wage,1\nF8-1,2024-12,wage,1\n")
                        .folder());
        assertThat(read.rejects())
                .containsExactly(
                        new Reading.Reject("persons.csv", 6, "family_id", "F9", "there is no family 'F9'"),
                        new Reading.Reject(
                                "incomes.csv", 6, "person_id", "F9-1", "the row of the person 'F9-1' was rejected"),
                        new Reading.Reject("incomes.csv", 7, "person_id", "F8-1", "there is no person 'F8-1'"));
        assertThat(read.flagged()).isEmpty();
        assertThat(read.families()).containsExactly("F1", "F2");
        assertThat(read.persons()).hasSize(4);
    }

    @Test
    void a_farm_without_a_family() {
        Reading read =
                Reading.of(data().file("livestock.csv", "family_id,kind,heads\nF1,cattle,3\nF7,sheep,3\nF2,dog,1\n")
                        .file("plots.csv", "family_id,kind,area_m2\nF2,garden,800.5\nF7,hay,100\n")
                        .folder());
        assertThat(read.rejected())
                .containsExactly(
                        "livestock.csv:3 family_id=F7", "livestock.csv:4 kind=dog", "plots.csv:3 family_id=F7");
        assertThat(read.flagged()).containsExactly("F2");
        assertThat(read.households().livestock).isEqualTo(1);
        assertThat(read.households().plotArea[0]).isEqualTo(80_050);
    }

    @Test
    void a_line_with_too_few_or_too_many_cells() {
        Reading read =
                Reading.of(data().file("persons.csv", "person_id,family_id,sex\nF1-1,F1\nF1-2,F1,f,m\nF2-1,F2,f\n")
                        .without("incomes.csv")
                        .folder());
        assertThat(read.rejects())
                .containsExactly(
                        new Reading.Reject("persons.csv", 2, "", "", "the line has 2 cells, the header has 3"),
                        new Reading.Reject("persons.csv", 3, "", "", "the line has 4 cells, the header has 3"));
        assertThat(read.flagged()).containsExactly("F1");
    }

    @Test
    void the_line_is_the_physical_one_where_cells_span_lines() {
        Reading read = Reading.of(data().file("families.csv", """
                        family_id,region,address
                        F1,71,"Достық 1
                        entrance 2
                        flat 3"

                        F2,7x,Abai 5
                        """).folder());
        assertThat(read.rejected()).containsExactly("families.csv:6 region=7x");
    }

    @Test
    void counts_taken_are_accepted_and_rejected() {
        Reading read = Reading.of(data().file("families.csv", HouseholdData.FAMILIES + "F3,x,0\nF1,71,0\n")
                .file("persons.csv", HouseholdData.PERSONS + "F9-1,F9,1980-01-01,f,head,citizen,none\n")
                .file("incomes.csv", HouseholdData.INCOMES + "F1-1,2024-12,wage,-1\n")
                .folder());
        long inFiles = 4 + 5 + 5;
        assertThat(read.counts().rows()).isEqualTo(inFiles);
        long accepted = 2 + read.counts().persons() + read.counts().incomes();
        assertThat(accepted + read.rejects().size()).isEqualTo(inFiles);
        assertThat(read.counts().families()).isEqualTo(3);
        assertThat(read.counts().familiesWithRejects()).isEqualTo(2);
    }

    @Test
    void an_id_or_a_parents_id_that_is_too_long() {
        String endless = "X".repeat(70_000);
        Reading read = Reading.of(data().file("families.csv", "family_id,region\nF1,71\n" + endless + ",71\nF2,71\n")
                .file(
                        "persons.csv",
                        "person_id,family_id,mother_id\nF1-1,F1,\nF2-1,F2," + endless + "\n" + endless + ",F2,\n")
                .without("incomes.csv")
                .folder());
        assertThat(read.rejects()).hasSize(3).allMatch(reject -> reject.reason().contains("255"));
        assertThat(read.flagged()).contains("F2").doesNotContain("F1");
    }

    @Test
    void more_persons_than_any_family_has() {
        var persons = new StringBuilder("person_id,family_id,sex\nF2-1,F2,f\n");
        for (int person = 0; person < 40_000; person++) {
            persons.append("P").append(person).append(",F1,f\n");
        }
        Reading read = Reading.of(data().file("persons.csv", persons.toString())
                .without("incomes.csv")
                .folder());
        assertThat(read.flagged()).containsExactly("F1");
        assertThat(read.rejects())
                .isNotEmpty()
                .allMatch(reject -> reject.reason().contains("999"));
        assertThat(read.counts().persons() + read.rejects().size()).isEqualTo(40_001);
    }
}
