package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.AssistanceMembers.Counts;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A family over time: what is true on a day, and what was known of it on another.
@OfficeTest
class RegistryStoryTest {

    private static final int SEMEY = 101_000_000;

    @Autowired
    private Families families;

    @Autowired
    private Registry registry;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private Corrections corrections;

    private FamilyFile read(Families.Known family, AsOf asOf) {
        Acting officer = officers.socialWorker(SEMEY);
        return Access.as(officer, () -> registry.family(family.id(), asOf)).orElseThrow();
    }

    private static String cars(FamilyFile file) {
        return file.held(FactSheet.VEHICLES).map(row -> row.cell("cars")).orElse("not known");
    }

    @Test
    void a_fact_that_was_corrected_later_reads_as_it_was_known_on_each_day() {
        Families.Known family = families.aigulWithThreeChildren(SEMEY);
        int later = families.delivery("2025-04-10", "single_source", "vehicles");
        families.supersede("vehicles", "family_id", family.id().value(), later);
        families.sheet("vehicles", "family_id", family.id().value(), later, "2025-01-01", "2025-03-01", "cars", 1);
        families.sheet("vehicles", "family_id", family.id().value(), later, "2025-03-01", null, "cars", 2);

        AsOf march = AsOf.on(LocalDate.of(2025, 3, 15));
        assertThat(cars(read(family, march))).as("as known now").isEqualTo("2");
        assertThat(cars(read(family, march.knownOn(LocalDate.of(2025, 3, 20)))))
                .as("as known then")
                .isEqualTo("1");
        assertThat(cars(read(family, AsOf.on(LocalDate.of(2025, 2, 1)))))
                .as("before the change")
                .isEqualTo("1");
        assertThat(cars(read(family, AsOf.on(LocalDate.of(2024, 12, 31)))))
                .as("before anything was told")
                .isEqualTo("not known");
        assertThat(cars(read(family, march.knownOn(LocalDate.of(2025, 1, 4)))))
                .as("before we knew anything")
                .isEqualTo("not known");
        assertThat(read(family, march).past(FactSheet.VEHICLES, any -> true))
                .as("nothing is lost")
                .hasSize(3);
    }

    @Test
    void an_officer_who_corrects_one_column_tells_that_one_and_no_other() {
        Families.Known family = families.aigulWithThreeChildren(SEMEY);
        Acting.Officer officer = officers.socialWorker(SEMEY);
        Access.as(officer, () -> {
            corrections.correct(
                    new Correction(
                            family.id(),
                            null,
                            FactSheet.VEHICLES,
                            "cars",
                            "0",
                            LocalDate.of(2025, 2, 1),
                            "sold",
                            "contract 7"),
                    officer.id());
            return true;
        });
        Telling row = read(family, AsOf.on(LocalDate.of(2025, 3, 1)))
                .held(FactSheet.VEHICLES)
                .orElseThrow();
        assertThat(row.cell("cars")).isEqualTo("0");
        assertThat(row.toldBy("cars").source()).isEqualTo("officer");
        assertThat(row.toldBy("heavy_vehicles").source()).isEqualTo("vehicles");
        assertThat(row.toldBy("heavy_vehicles").told()).isEqualTo(LocalDate.of(2025, 1, 5));
    }

    @Test
    void the_head_stands_first_and_who_left_is_not_of_the_family_any_more() {
        Families.Known family = families.aigulWithThreeChildren(SEMEY);
        int told = families.delivery("2025-06-01", "single_source", "civil");
        families.supersede("membership", "person_id", family.person("Күләш").value(), told);
        families.sheet(
                "membership",
                "person_id",
                family.person("Күләш").value(),
                told,
                "2025-01-01",
                "2025-05-01",
                "family_id",
                family.id().value(),
                "relation",
                "parent");

        FamilyFile now = read(family, AsOf.on(LocalDate.of(2025, 7, 1)));
        assertThat(now.members())
                .extracting(Member::firstName)
                .containsExactly("Айгүл", "Ерлан", "Дамир", "Аружан", "Санжар");
        assertThat(read(family, AsOf.on(LocalDate.of(2025, 4, 30))).members()).hasSize(6);
    }

    @Test
    void the_law_reads_the_family_as_the_sheets_have_it() {
        Families.Known family = families.aigulWithThreeChildren(SEMEY);
        Acting officer = officers.socialWorker(SEMEY);
        Household household = Access.as(
                        officer,
                        () -> registry.household(family.id(), YearMonth.of(2025, 2), AsOf.on(LocalDate.of(2025, 2, 1))))
                .orElseThrow();
        Households h = household.columns();
        assertThat(h.persons).isEqualTo(6);
        assertThat(h.region[0]).isEqualTo((byte) 10);
        assertThat(h.cars[0]).isEqualTo(1);
        assertThat(h.heating[0]).as("null is not known").isEqualTo((byte) -1);
        assertThat(h.dwellingArea[0]).isEqualTo(5450);
        assertThat(h.refusedWorkOn[0]).as("nothing was told of it").isEqualTo(Households.UNKNOWN_DATE);
        assertThat(h.livestock).isEqualTo(1);
        assertThat(h.incomes).as("two persons, three months each").isEqualTo(6);
        int sanzhar =
                household.members().stream().map(Member::firstName).toList().indexOf("Санжар");
        int aigul = household.members().stream().map(Member::firstName).toList().indexOf("Айгүл");
        assertThat(h.mother[sanzhar]).isEqualTo((short) aigul);
    }

    @Test
    void three_groupings_answer_three_questions() {
        Families.Known family = families.aigulWithThreeChildren(SEMEY);
        int told = families.delivery("2025-02-01");
        // The grandmother rents a room elsewhere; a lodger of another family lives here.
        families.sheet(
                "lodging",
                "person_id",
                family.person("Күләш").value(),
                told,
                "2025-01-01",
                null,
                "dwelling_key",
                "D-elsewhere");
        Families.Known lodger = families.alone(SEMEY, "Ким", "Виктория", "1999-01-01");
        FamilyFile before = read(family, AsOf.on(LocalDate.of(2025, 3, 1)));
        String dwelling = before.held(FactSheet.HOME).orElseThrow().cell("dwelling_key");
        families.sheet(
                "lodging",
                "person_id",
                lodger.person("Виктория").value(),
                told,
                "2025-01-01",
                null,
                "dwelling_key",
                dwelling);

        FamilyFile file = read(family, AsOf.on(LocalDate.of(2025, 3, 1)));
        assertThat(file.members()).as("the legal family").hasSize(6);
        assertThat(file.household())
                .as("the dwelling")
                .extracting(FamilyFile.Dweller::name)
                .contains("Ким Виктория")
                .noneMatch(name -> name.contains("Күләш"))
                .hasSize(6);
        AssistanceMembers assistance = Access.as(
                        officers.socialWorker(SEMEY), () -> registry.assistance(file, YearMonth.of(2025, 3)))
                .orElseThrow();
        assertThat(assistance.counted())
                .as("for assistance, relatives must share the dwelling")
                .isEqualTo(5);
        assertThat(assistance.members())
                .filteredOn(member -> member.counts() == Counts.NO)
                .extracting(member -> member.member().firstName())
                .containsExactly("Күләш");
    }

    @Test
    void persons_found_to_be_one_read_as_one_with_the_kept_ones_facts_first() {
        Families.Known family = families.aigulWithThreeChildren(SEMEY);
        int told = families.delivery("2025-02-01");
        PersonId twin = families.person(
                family.id().value(), SEMEY, told, "Сериков", "Ерлан", null, "1984-07-11", "m", "spouse");
        families.income(twin, told, 0, 210_000, "2024-10-01", "2025-01-01");
        families.income(twin, told, 15, 40_000, "2024-10-01", "2024-11-01");
        families.merge(twin, family.person("Ерлан"));

        FamilyFile file = read(family, AsOf.on(LocalDate.of(2025, 3, 1)));
        assertThat(file.members()).hasSize(6);
        Member erlan = file.members().stream()
                .filter(member -> "Ерлан".equals(member.firstName()))
                .findFirst()
                .orElseThrow();
        assertThat(erlan.merged()).containsExactly(twin);
        assertThat(file.held(FactSheet.IDENTITY, erlan).orElseThrow().cell("patronymic"))
                .isEqualTo("Қанатұлы");
        Household household = Access.as(
                        officers.socialWorker(SEMEY),
                        () -> registry.household(family.id(), YearMonth.of(2025, 2), AsOf.on(LocalDate.of(2025, 2, 1))))
                .orElseThrow();
        assertThat(household.columns().incomes)
                .as("the same wage told twice counts once, the rent counts")
                .isEqualTo(7);
    }

    @Test
    void a_register_that_did_not_answer_leaves_incomes_unknown() {
        Families.Known family = families.aigulWithThreeChildren(SEMEY);
        Household household = Access.as(
                        officers.socialWorker(SEMEY),
                        () -> registry.household(family.id(), YearMonth.of(2031, 2), AsOf.on(LocalDate.of(2031, 2, 1))))
                .orElseThrow();
        assertThat(household.columns().coverage.wasAsked("wage", 2030 * 12 + 9, 3))
                .isFalse();
    }
}
