package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kz.shanyraq.nation.files.Unreadable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files flow into the registry: rows in, facts, counts and rejects out.
class IntakeTest {

    private static final String FAMILIES = """
            family_id,region,district,settlement,address,cars,dwelling_area_m2,dwelling_sold_on
            F1,11,114500000,,"Абай к-сі, 3",1,61.5,
            F2,11,114600000,,"Достық к-сі, 4",0,,
            """;

    private static final String PERSONS = """
            person_id,family_id,iin,last_name,first_name,birth_date,sex,relation,mother_id,father_id,phone,work,disability,receives
            P1,F1,800101300012,Серікова,Айгүл,1980-01-01,f,head,,,+77010000001,permanent,none,
            P2,F1,,Серіков,Дәурен,2015-05-06,m,child,P1,P9,,none,child,
            P3,F2,,Ким,Олег,1975-03-03,m,head,,,+77010000003,self_employed,none,disability_benefit
            """;

    private static final String INCOMES = """
            person_id,month,kind,amount,term_months
            P1,2024-10,wage,200000,
            P1,2024-11,wage,200000,
            P1,2024-12,wage,250000,
            P1,2024-12,gift,5000,
            P1,2024-12,gift,7000,
            P3,2024-12,loan,100000,12
            """;

    private Village village;

    @AfterEach
    void leave() throws Exception {
        Village.leave();
    }

    @BeforeEach
    void aVillage(@TempDir Path folder) {
        village = new Village(folder);
    }

    private List<Loaded> first() {
        return village.load("2025-01-01", "families", FAMILIES, "persons", PERSONS, "incomes", INCOMES);
    }

    @Test
    void aRowBecomesAFactOfEachSheetThatItTellsOf() {
        assertThat(first().stream().map(Village::counts))
                .containsExactly(
                        "2 read: 2 new, 0 changed, 0 unchanged, 0 merged, 0 disputed, 0 rejected",
                        "3 read: 3 new, 0 changed, 0 unchanged, 0 merged, 0 disputed, 0 rejected",
                        "6 read: 4 new, 0 changed, 0 unchanged, 2 merged, 0 disputed, 0 rejected");
        assertThat(village.rows("""
                select p.source_key, f.source_key, p.kato, l.folded, n.folded, p.iin from registry.person p join registry.family f on f.id = p.family_id
                join registry.name l on l.id = p.last_name join registry.name n on n.id = p.first_name order by 1
                """))
                .containsExactly(
                        "P1 F1 114500000 серикова айгул 800101300012",
                        "P2 F1 114500000 сериков даурен null",
                        "P3 F2 114600000 ким олег null");
        assertThat(village.rows("select valid, last_name, sex from registry.identity order by 2"))
                .containsExactly("[1975-03-03,) Ким m", "[2015-05-06,) Серіков m", "[1980-01-01,) Серікова f");
        assertThat(village.rows("select valid, dwelling_area_m2, dwelling_sold_on from registry.property order by 2"))
                .containsExactly("[2025-01-01,) 61.50 infinity", "[2025-01-01,) null infinity");
        assertThat(village.rows("select valid, receives from registry.standing order by 2"))
                .containsExactly("[2025-01-01,) ", "[2025-01-01,) ", "[2025-01-01,) disability_benefit");
    }

    @Test
    void equalMonthsAreOneRowAndSumsOfOneMonthAddUp() {
        first();
        assertThat(village.rows("""
                select p.source_key, k.code, i.valid, i.amount, i.term_months from registry.income i join registry.person p on p.id = i.person_id
                join registry.income_kind k on k.id = i.kind order by 1, 2, 3
                """))
                .containsExactly(
                        "P1 gift [2024-12-01,2025-01-01) 12000 null",
                        "P1 wage [2024-10-01,2024-12-01) 200000 null",
                        "P1 wage [2024-12-01,2025-01-01) 250000 null",
                        "P3 loan [2024-12-01,2025-01-01) 100000 12");
    }

    @Test
    void parentsAreFoundWhereverTheyStandAndTheUnknownAreTold() {
        List<Loaded> loaded = first();
        assertThat(village.rows("""
                select c.source_key, m.source_key, k.father_id from registry.kinship k join registry.person c on c.id = k.person_id
                left join registry.person m on m.id = k.mother_id
                """)).containsExactly("P2 P1 null");
        assertThat(loaded.get(1).message())
                .isEqualTo("1 persons name a parent or guardian who is not in the registry.");
    }

    @Test
    void theSameFileIsNotTakenInTwice() {
        first();
        List<String> before = village.everything();
        assertThat(first()).isEmpty();
        assertThat(village.told())
                .anySatisfy(line ->
                        assertThat(line).startsWith("families.csv is not taken in again: it is delivery 1 of "));
        assertThat(village.everything()).isEqualTo(before);
    }

    @Test
    void whatIsToldAgainIsUnchangedAndWhatDiffersSupersedes() {
        first();
        List<Loaded> again = village.load(
                "2025-02-01",
                "families",
                FAMILIES.replace("F1,11,114500000,,\"Абай к-сі, 3\",1", "F1,11,114500000,,\"Абай к-сі, 3\",2"),
                "persons",
                PERSONS.replace("self_employed", "pensioner").replace("P2,F1", "P2,F2"),
                "incomes",
                INCOMES + "P1,2025-01,wage,250000,\n");
        assertThat(again.stream().map(Village::counts))
                .containsExactly(
                        "2 read: 0 new, 1 changed, 1 unchanged, 0 merged, 0 disputed, 0 rejected",
                        "3 read: 0 new, 2 changed, 1 unchanged, 0 merged, 0 disputed, 0 rejected",
                        "7 read: 1 new, 0 changed, 5 unchanged, 1 merged, 0 disputed, 0 rejected");
        assertThat(village.rows("""
                select valid, cars, v.intake, superseded_by, origin from registry.vehicles v join registry.family f on f.id = v.family_id
                where f.source_key = 'F1' order by v.intake, valid
                """))
                .containsExactly(
                        "[2025-01-01,) 1 1 4 null",
                        "[2025-01-01,2025-02-01) 1 4 null 1",
                        "[2025-02-01,) 2 4 null null");
        assertThat(
                        village.rows(
                                "select p.source_key, f.source_key, p.kato from registry.person p join registry.family f on f.id = p.family_id where p.source_key = 'P2'"))
                .containsExactly("P2 F2 114600000");
    }

    @Test
    void anEmptyCellTakesNothingAway() {
        first();
        village.load(
                "2025-02-01",
                "families",
                FAMILIES,
                "persons",
                PERSONS.replace("+77010000001", "").replace("permanent", "temporary"));
        assertThat(village.rows("select phone from registry.contact where superseded_by is null order by 1"))
                .containsExactly("+77010000001", "+77010000003");
        assertThat(village.rows("select phone from registry.person where source_key = 'P1'"))
                .containsExactly("+77010000001");
    }

    @Test
    void rowsThatCannotBeReadAreRejectedWithTheirReasonAndTheirFamily() {
        List<Loaded> loaded = village.load(
                "2025-01-01",
                "families",
                FAMILIES + "F1,11,,,,,,\nF3,7,,,,,,\n",
                "persons",
                PERSONS
                        + "P4,F9,,Б,А,1990-01-01,f,head,,,,,,\nP5,F2,12,Б,А,1990-01-01,f,child,,,,,,\nP6,F2,,Б,А,1990-02-31,f,child,,,,,,\nP1,F1,,Б,А,1990-01-01,f,child,,,,,,\n",
                "incomes",
                INCOMES + "P77,2024-12,wage,1,\nP1,2024-12,wage,-5,\nP77,2024-11,wage,1,\n");
        assertThat(loaded.stream().map(Village::counts))
                .containsExactly(
                        "4 read: 2 new, 0 changed, 0 unchanged, 0 merged, 0 disputed, 2 rejected",
                        "7 read: 3 new, 0 changed, 0 unchanged, 0 merged, 0 disputed, 4 rejected",
                        "9 read: 4 new, 0 changed, 0 unchanged, 2 merged, 0 disputed, 3 rejected");
        assertThat(village.rows("""
                select i.format, r.line, r."column", r.value, r.reason, f.source_key from registry.reject r join registry.intake i on i.id = r.intake
                left join registry.family f on f.id = r.family_id order by r.intake, r.line
                """))
                .containsExactly(
                        "families 4 family_id F1 a second row with the same id F1",
                        "families 5 region 7 '7' is not a region code of two digits null",
                        "persons 5 family_id F9 there is no family 'F9' null",
                        "persons 6 iin 12 '12' is not an IIN of twelve digits F2",
                        "persons 7 birth_date 1990-02-31 '1990-02-31' is not a date as YYYY-MM-DD F2",
                        "persons 8 person_id P1 a second row with the same id F1",
                        "incomes 8 person_id P77 there is no person 'P77' null",
                        "incomes 9 amount -5 '-5' is negative F1",
                        "incomes 10 person_id P77 there is no person 'P77' null");
    }

    @Test
    void portionsAndTheFirstLoadWithoutConstraintsEndAlike(@TempDir Path other, @TempDir Path third) {
        first();
        Village bare = new Village(other).takingConstraintsAway().inPortionsOf(1);
        bare.load("2025-01-01", "families", FAMILIES, "persons", PERSONS, "incomes", INCOMES);
        assertThat(bare.everything()).isEqualTo(village.everything());
        assertThat(bare.rows("select * from registry.taken_away")).isEmpty();
        assertThat(
                        bare.rows(
                                "select conname from pg_constraint where connamespace = 'registry'::regnamespace order by conrelid::regclass::text, 1"))
                .isEqualTo(
                        village.rows(
                                "select conname from pg_constraint where connamespace = 'registry'::regnamespace order by conrelid::regclass::text, 1"));
        assertThat(bare.rows("select indexname, indexdef from pg_indexes where schemaname = 'registry' order by 1"))
                .isEqualTo(village.rows(
                        "select indexname, indexdef from pg_indexes where schemaname = 'registry' order by 1"));
    }

    @Test
    void incomesInAnotherOrderEndAlike(@TempDir Path other) {
        first();
        Village shuffled = new Village(other).inPortionsOf(1);
        shuffled.load("2025-01-01", "families", FAMILIES, "persons", PERSONS, "incomes", """
                person_id,month,kind,amount,term_months
                P1,2024-12,gift,7000,
                P3,2024-12,loan,100000,12
                P1,2024-11,wage,200000,
                P3,2024-11,other,1,
                P1,2024-12,wage,250000,
                P3,2024-10,other,2,
                P1,2024-12,gift,5000,
                P3,2024-09,other,3,
                P1,2024-10,wage,200000,
                """);
        String incomes =
                "select p.source_key, i.kind, i.valid, i.amount, i.term_months, i.superseded_by from registry.income i join registry.person p on p.id = i.person_id where i.kind <> 27 order by 1, 2, 3";
        assertThat(shuffled.rows(incomes)).isEqualTo(village.rows(incomes));
    }

    @Test
    void aFileThatIsCutOffFailsAndSaysWhy() {
        Path data = village.files("families", FAMILIES, "persons", PERSONS.substring(0, PERSONS.length() - 40));
        assertThatThrownBy(
                        () -> village.intake().households(new Intake.Wanted(data, LocalDate.parse("2025-01-01"), null)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("is cut off");
        assertThat(village.rows("select format, state, message is not null from registry.intake order by id"))
                .containsExactly("families done f", "persons failed t");
    }

    @Test
    void factsOfSeveralSourcesBecomeDisagreementsAndTheHeldOneStays() {
        first();
        List<Loaded> loaded =
                village.load("2025-01-01", "families", FAMILIES + "\n", "persons", PERSONS + "\n", "facts", """
                person_id,family_id,column,value,source,valid_from,valid_to,received_on
                ,F1,cars,1,vehicles,2025-01-01,,2025-01-01
                ,F1,cars,2,survey,2025-01-01,,2025-01-01
                P1,,work,none,labour,2025-01-01,,2025-01-01
                P1,,hair,grey,survey,2025-01-01,,2025-01-01
                """);
        assertThat(Village.counts(loaded.getLast()))
                .isEqualTo("4 read: 0 new, 0 changed, 1 unchanged, 0 merged, 2 disputed, 1 rejected");
        assertThat(
                        village.rows(
                                "select sheet, \"column\", held, held_source, other, other_source, rule from registry.disagreement order by 1"))
                .containsExactly(
                        "activity work permanent labour none labour later", "vehicles cars 1 vehicles 2 survey rank");
    }

    @Test
    void aFactOfWhichNothingIsHeldIsKeptAndAnIncomeIsRefusedWithItsReason() {
        first();
        List<Loaded> loaded =
                village.load("2025-01-01", "families", FAMILIES + "\n", "persons", PERSONS + "\n", "facts", """
                person_id,family_id,column,value,source,valid_from,valid_to,received_on
                P1,,status,kandas,survey,2025-01-01,,2025-01-01
                P1,,wage,200000,tax,2024-12-01,,2025-01-01
                P1,,amount,200000,tax,2024-12-01,,2025-01-01
                P1,,cars,2,survey,2025-01-01,,2025-01-01
                ,F1,hair,grey,survey,2025-01-01,,2025-01-01
                """);
        assertThat(Village.counts(loaded.getLast()))
                .isEqualTo("5 read: 0 new, 0 changed, 0 unchanged, 0 merged, 1 disputed, 4 rejected");
        assertThat(
                        village.rows(
                                "select sheet, \"column\", held, other, other_source, rule from registry.disagreement order by 1"))
                .containsExactly("identity status null kandas survey silent");
        assertThat(village.rows(
                        "select line, reason from registry.reject where reason not like 'there is no%' order by 1"))
                .containsExactly(
                        "3 'wage' is of incomes, and a fact names neither kind nor month: tell it in incomes, or as a file of its register",
                        "4 'amount' is of incomes, and a fact names neither kind nor month: tell it in incomes, or as a file of its register",
                        "5 'cars' is of families: it needs family_id",
                        "6 'hair' is no column of families or persons");
    }

    @Test
    void registersThatAnsweredAreKept() {
        List<Loaded> loaded = village.load("2025-01-01", "families", FAMILIES, "persons", PERSONS, "sources", """
                kind,asked_from,asked_to,received_on
                *,2024-07,2024-12,2025-01-01
                wage,2024-13,2024-12,2025-01-01
                rain,2024-12,2024-12,2025-01-01
                """);
        assertThat(Village.counts(loaded.getLast()))
                .isEqualTo("3 read: 1 new, 0 changed, 0 unchanged, 0 merged, 0 disputed, 2 rejected");
        assertThat(village.rows("select kind, months from registry.answered"))
                .containsExactly("* [2024-07-01,2025-01-01)");
    }
}
