package kz.shanyraq.nation.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The American survey, over rows that we invented in its layout.
class UsAcs2011Test {

    @TempDir
    private Path folder;

    private Microdata of(String... persons) {
        var us = Microdata.us(folder).row("households", "persons=" + persons.length);
        for (int i = 0; i < persons.length; i++) {
            us.row("persons", "person=%d %s".formatted(i + 1, persons[i]));
        }
        return us;
    }

    @ParameterizedTest(name = "the survey''s relation {0} is {1}")
    @CsvSource({
        "1, spouse",
        "2, child",
        "3, child",
        "4, child",
        "5, sibling",
        "6, parent",
        "7, other",
        "8, other",
        "9, other",
        "10, other",
        "13, partner",
        "14, foster_child"
    })
    void relatives_partners_and_foster_children_are_of_the_family(int relation, String expected) {
        var us = of("", "relation=" + relation).brought(false);
        assertThat(us.person("1-01", "relation")).isEqualTo("head");
        assertThat(us.person("1-02", "relation")).isEqualTo(expected);
        assertThat(us.person("1-02", "family_id")).isEqualTo("1");
    }

    @ParameterizedTest(name = "relation {0}")
    @CsvSource({"11", "12", "15"})
    void an_adult_who_is_not_related_is_a_family_in_the_same_dwelling(int relation) {
        var us = of("", "age=18 relation=" + relation).brought(false);
        assertThat(us.rows("families")).hasSize(2);
        assertThat(us.person("1-02", "family_id")).isEqualTo("1-P02");
        assertThat(us.person("1-02", "relation")).isEqualTo("head");
        assertThat(us.family("1-P02", "dwelling_id")).isEqualTo("1");
        assertThat(us.family("1", "cars")).isEqualTo("1");
        assertThat(us.family("1-P02", "cars"))
                .as("whose cars they are is not told")
                .isEmpty();
    }

    @Test
    void whose_a_child_is_who_is_not_related_is_not_known() {
        var us = of("", "age=17 relation=12").brought(false);
        assertThat(us.rows("families")).hasSize(1);
        assertThat(us.person("1-02", "relation")).isEmpty();
    }

    @Test
    void completed_years_become_a_date_of_birth_half_a_year_before() {
        var us = of("age=40", "relation=2 age=0 employment=").brought(false);
        assertThat(us.person("1-01", "birth_date")).isEqualTo("1984-07-01");
        assertThat(us.person("1-02", "birth_date")).isEqualTo("2024-07-01");
    }

    @Test
    void the_income_of_a_year_is_a_twelfth_a_month_and_adds_up_to_the_year() {
        var us = of("wages=100").brought(false);
        assertThat(us.incomes("1-01", "wage"))
                .hasSize(12)
                .containsEntry("2024-01", 8L)
                .containsEntry("2024-12", 8L);
        assertThat(us.income("1-01", "wage")).isEqualTo(100);
    }

    @ParameterizedTest(name = "{0} at {1} is {2}")
    @CsvSource({
        "wages, 40, wage",
        "self_employment, 40, self_employment",
        "interest_rent, 40, interest",
        "social_security, 70, pension",
        "retirement, 70, pension",
        "public_assistance, 40, targeted_assistance",
        "other_income, 40, other",
        "ssi, 17, child_disability_benefit",
        "ssi, 18, disability_benefit",
        "ssi, 64, disability_benefit",
        "ssi, 65, other"
    })
    void each_income_has_its_kind(String variable, int age, String kind) {
        var us = of("age=%d %s=1200".formatted(age, variable)).brought(false);
        assertThat(us.kinds("1-01")).containsExactly(kind);
        assertThat(us.income("1-01", kind)).isEqualTo(1200);
    }

    @Test
    void a_loss_is_no_income_and_takes_nothing_from_another() {
        var us = of("self_employment=-5000 wages=1200");
        us.write();
        assertThat(us.bring(false).remarks()).containsEntry("losses of a year: no income", 1L);
        assertThat(us.kinds("1-01")).containsExactly("wage");
    }

    @ParameterizedTest(name = "employment {0}, age {1}, wages {2}, self-employment {3}, pension {4}: \"{5}\"")
    @CsvSource({
        "1, 40, 900, 0, 0, ''", // permanent or temporary: not told
        "1, 40, 0, 900, 0, self_employed",
        "1, 40, 900, 900, 0, ''",
        "3, 40, 0, 0, 0, ''", // looks for work, registered or not
        "6, 40, 0, 0, 0, none",
        "6, 61, 0, 0, 900, ''", // a pension for age, or for disability
        "6, 62, 0, 0, 900, pensioner"
    })
    void work_is_what_is_certain(int employment, int age, int wages, int self, int pension, String work) {
        var us = of("employment=%d age=%d wages=%d self_employment=%d social_security=%d"
                        .formatted(employment, age, wages, self, pension))
                .brought(false);
        assertThat(us.person("1-01", "work")).isEqualTo(work);
    }

    @ParameterizedTest(name = "schooling {0}: \"{1}\"")
    @CsvSource({"1, none", "3, none", "4, ''", "15, ''", "16, school", "19, school", "20, college", "21, university"})
    void schooling_that_was_not_finished_has_no_level(int school, String level) {
        assertThat(of("school=" + school).brought(false).person("1-01", "education_level"))
                .isEqualTo(level);
    }

    @Test
    void what_was_not_asked_has_no_column() {
        var us = of("").brought(false);
        assertThat(us.rows("families").getFirst()).containsOnlyKeys("family_id", "region", "dwelling_id", "cars");
        assertThat(us.rows("persons").getFirst())
                .doesNotContainKeys("disability", "study", "cares_for", "long_illness", "receives", "insured_months");
        assertThat(us.rows("facts")).isEmpty();
    }

    @Test
    void kinds_that_were_not_asked_were_asked_for_no_month() {
        var us = of("").brought(false);
        Map<String, String> first = asked(us, "wage");
        assertThat(first).containsEntry("asked_from", "2024-01").containsEntry("asked_to", "2024-12");
        for (String kind : new String[] {"property_sale", "gift", "loan", "birth_grant", "livestock", "plots"}) {
            assertThat(asked(us, kind).get("asked_to")).as(kind).isLessThan("2024-01");
        }
    }

    private static Map<String, String> asked(Microdata us, String kind) {
        return us.rows("sources").stream()
                .filter(row -> row.get("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_presumption_is_written_with_its_source() {
        var us = of("employment=1 wages=900").brought(true);
        assertThat(us.person("1-01", "work")).isEqualTo("permanent");
        assertThat(us.rows("facts"))
                .anySatisfy(fact -> assertThat(fact)
                        .containsEntry("person_id", "1-01")
                        .containsEntry("column", "work")
                        .containsEntry("value", "permanent")
                        .containsEntry("source", "presumed"))
                .noneSatisfy(fact -> assertThat(fact).containsEntry("column", "relation"));
        assertThat(asked(us, "*")).containsEntry("asked_to", "2024-12");
    }

    @ParameterizedTest(name = "disability {0}, age {1}, SSI {2}, Social Security {3}: \"{4}\"")
    @CsvSource({
        "2, 40, 0, 0, none",
        "1, 40, 0, 0, ''",
        "2, 40, 900, 0, ''",
        "2, 64, 900, 0, ''",
        "2, 65, 900, 0, none",
        "2, 61, 0, 900, ''",
        "2, 62, 0, 900, none"
    })
    void no_disability_is_presumed_of_whom_nothing_speaks_for_one(
            int difficulty, int age, int ssi, int security, String disability) {
        var us = of("disability=%d age=%d ssi=%d social_security=%d".formatted(difficulty, age, ssi, security))
                .brought(true);
        assertThat(us.person("1-01", "disability")).isEqualTo(disability);
        assertThat(us.person("1-01", "cares_for")).isEqualTo(disability);
    }

    @ParameterizedTest(name = "tenure {0}: {1} dwellings")
    @CsvSource({"1, 1", "2, 1", "3, 0", "4, 0"})
    void an_owner_is_presumed_to_own_this_dwelling_only(int tenure, int dwellings) {
        var us = Microdata.us(folder)
                .row("households", "tenure=" + tenure)
                .row("persons", "")
                .brought(true);
        assertThat(us.family("1", "dwellings")).isEqualTo(Integer.toString(dwellings));
    }
}
