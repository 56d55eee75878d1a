package kz.shanyraq.nation.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The Austrian set, over rows that we invented in its layout.
class AtSilcSyntheticTest {

    private static final String CHILD =
            "status= citizenship= py010_employee= py050_self= py090_unemployment= py100_oldage= py110_survivor="
                    + " py120_sickness= py130_disability= py140_education= ";

    @TempDir
    private Path folder;

    private Microdata of(String household, String... persons) {
        var at = Microdata.at(folder).row("households", "persons=%d %s".formatted(persons.length, household));
        for (int i = 0; i < persons.length; i++) {
            at.row("persons", "person=%d %s".formatted(101 + i, persons[i]));
        }
        return at;
    }

    @Test
    void only_the_one_adult_is_certainly_the_head() {
        var alone = of("", "", CHILD + "age=5").brought(false);
        assertThat(alone.person("101", "relation")).isEqualTo("head");
        assertThat(alone.person("102", "relation")).isEmpty();
        assertThat(alone.rows("facts")).isEmpty();
    }

    @Test
    void who_of_two_adults_is_the_head_is_not_known_but_can_be_presumed() {
        var couple = of("", CHILD + "age=5", "", "sex=male").brought(true);
        assertThat(couple.person("101", "relation")).isEqualTo("child");
        assertThat(couple.person("102", "relation")).isEqualTo("head");
        assertThat(couple.person("103", "relation")).isEmpty();
        assertThat(couple.brought(false).person("102", "relation")).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}, received by {2}")
    @CsvSource({
        "hy040_rent, rent, 102",
        "hy050_family_children, other, 102",
        "hy070_housing, housing_assistance, 102",
        "hy080_transfers, transfer, 102",
        "hy090_interest, interest, 102",
        "hy110_children_income, other, 101"
    })
    void incomes_of_the_household_are_written_to_one_person(String variable, String kind, String person) {
        var at = of(variable + "=1200.4", CHILD + "age=15", "age=16").brought(false);
        assertThat(at.kinds(person)).containsExactly(kind);
        assertThat(at.income(person, kind)).isEqualTo(1200);
        assertThat(at.rows("incomes")).hasSize(12);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "py010_employee, wage",
        "py050_self, self_employment",
        "py090_unemployment, job_loss_payment",
        "py100_oldage, pension",
        "py110_survivor, survivor_benefit",
        "py120_sickness, other",
        "py130_disability, disability_benefit",
        "py140_education, scholarship"
    })
    void incomes_of_a_person_have_their_kinds(String variable, String kind) {
        assertThat(of("", variable + "=600").brought(false).kinds("101")).containsExactly(kind);
    }

    @Test
    void what_is_paid_to_others_and_taxes_are_not_deducted() {
        var at = of("hy130_transfers_paid=500 hy145_tax=-70", "py010_employee=1200")
                .brought(false);
        assertThat(at.income("101", "wage")).isEqualTo(1200);
        assertThat(at.rows("incomes")).hasSize(12);
    }

    @ParameterizedTest(name = "status {0}, wage {1}, self-employed {2}: \"{3}\", presumed \"{4}\"")
    @CsvSource({
        "1, 900, 0, '', permanent",
        "2, 900, 0, '', permanent",
        "1, 0, 900, self_employed, self_employed",
        "3, 0, 0, '', registered_unemployed",
        "4, 0, 0, '', none",
        "5, 0, 0, pensioner, pensioner",
        "6, 0, 0, none, none",
        "7, 0, 0, none, none"
    })
    void work_follows_the_status(int status, int wage, int self, String work, String presumed) {
        var at = of("", "status=%d py010_employee=%d py050_self=%d".formatted(status, wage, self));
        assertThat(at.brought(false).person("101", "work")).isEqualTo(work);
        assertThat(at.brought(true).person("101", "work")).isEqualTo(presumed);
    }

    @ParameterizedTest(name = "{0} of {1}, status {2}: \"{3}\"")
    @CsvSource({
        "male, 16, 4, none",
        "male, 17, 4, ''",
        "male, 35, 4, ''",
        "male, 36, 4, none",
        "female, 20, 4, none",
        "male, 20, 1, none"
    })
    void a_man_who_studies_or_serves_may_be_absent(String sex, int age, int status, String absence) {
        var at = of("", "sex=%s age=%d status=%d".formatted(sex, age, status)).brought(false);
        assertThat(at.person("101", "absence")).isEqualTo(absence);
    }

    @ParameterizedTest(name = "citizenship \"{0}\": \"{1}\", presumed \"{2}\"")
    @CsvSource({
        "AT, citizen, citizen",
        "'', citizen, citizen",
        "EU, '', resident_foreigner",
        "Other, '', resident_foreigner"
    })
    void whether_a_foreigner_lives_here_for_good_is_not_known(String citizenship, String status, String presumed) {
        var at = of("", "citizenship=" + citizenship);
        assertThat(at.brought(false).person("101", "status")).isEqualTo(status);
        assertThat(at.brought(true).person("101", "status")).isEqualTo(presumed);
    }

    @Test
    void who_was_born_after_the_year_of_the_incomes_is_born_after_the_day() {
        var at = of("", "", CHILD + "age=-1").brought(false);
        assertThat(at.person("102", "birth_date")).isEqualTo("2025-07-01");
    }

    @ParameterizedTest(name = "status {0}, disability benefit {1}: \"{2}\"")
    @CsvSource({"1, 0, none", "1, 900, ''", "6, 0, ''"})
    void no_disability_is_presumed_of_whom_nothing_speaks_for_one(int status, int benefit, String disability) {
        var at = of("", "status=%d py130_disability=%d".formatted(status, benefit))
                .brought(true);
        assertThat(at.person("101", "disability")).isEqualTo(disability);
    }
}
