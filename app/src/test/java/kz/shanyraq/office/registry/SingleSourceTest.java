package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of one register: whom a row tells of, what it changes, who holds when two disagree.
class SingleSourceTest {

    private static final String HEADER =
            "source_record_id,iin,last_name,first_name,birth_date,column,value,valid_from,valid_to\n";

    private static final String OF_F1 = """
            select v.valid, cars, heavy_vehicles from registry.vehicles v join registry.family f on f.id = v.family_id
            where superseded_by is null and f.source_key = 'F1' order by 1
            """;

    private static final String TOLD_BY = """
            select i.kind, a.key, coalesce(o.source, o.kind) from registry.vehicles v join registry.family f on f.id = v.family_id
            join registry.intake i on i.id = coalesce(v.origin, v.intake), jsonb_each_text(v.also) a join registry.intake o on o.id = a.value::integer
            where v.superseded_by is null and f.source_key = 'F1' and upper_inf(v.valid) order by 2
            """;

    private Village village;

    @AfterEach
    void leave() throws Exception {
        Village.leave();
    }

    @BeforeEach
    void aVillage(@TempDir Path folder) {
        village = new Village(folder);
        village.load("2025-01-01", "families", """
                        family_id,region,district,cars,dwellings,address
                        F1,11,114500000,1,1,"Абай к-сі, 3"
                        F2,11,114600000,0,1,
                        """, "persons", """
                        person_id,family_id,iin,last_name,first_name,birth_date,sex,relation,work,disability
                        P1,F1,800101300012,Серікова,Айгүл,1980-01-01,f,head,permanent,none
                        P2,F1,,Серіков,Дәурен,2015-05-06,m,child,none,none
                        P3,F2,750303300019,Ким,Олег,1975-03-03,m,head,none,none
                        """, "incomes", """
                        person_id,month,kind,amount
                        P1,2024-11,wage,200000
                        P1,2024-12,wage,200000
                        """);
    }

    private String load(String source, String rows) {
        return Village.counts(village.single(source, "2025-02-01", HEADER + rows));
    }

    @Test
    void wagesChangeOnlyTheMonthsTheyTellOf() {
        assertThat(load("tax", """
                W1,800101300012,,,,wage,200000,2024-11-01,
                W2,800101300012,,,,wage,300000,2024-12-01,
                W3,800101300012,,,,wage,310000,2025-01-01,2025-02-28
                """))
                .isEqualTo("3 read: 1 new, 1 changed, 1 unchanged, 0 merged, 0 disputed, 0 rejected");
        assertThat(village.rows("select valid, amount from registry.income where superseded_by is null order by 1"))
                .containsExactly(
                        "[2024-11-01,2024-12-01) 200000",
                        "[2024-12-01,2025-01-01) 300000",
                        "[2025-01-01,2025-03-01) 310000");
        assertThat(
                        village.rows(
                                "select valid, amount, superseded_by is not null from registry.income where superseded_by is not null"))
                .containsExactly("[2024-11-01,2025-01-01) 200000 t");
    }

    @Test
    void aSourceOfLowerRankThatDisagreesIsKeptBesideTheHeldFact() {
        assertThat(load("survey", "S1,800101300012,,,,cars,3,2025-02-01,\n"))
                .isEqualTo("1 read: 0 new, 0 changed, 0 unchanged, 0 merged, 1 disputed, 0 rejected");
        assertThat(village.rows(
                        "select \"column\", held, held_source, other, other_source, rule from registry.disagreement"))
                .containsExactly("cars 1 vehicles 3 survey rank");
        assertThat(village.rows("select cars from registry.vehicles where superseded_by is null order by 1"))
                .containsExactly("0", "1");
        assertThat(load("vehicles", "V1,800101300012,,,,cars,3,2025-02-01,\n"))
                .isEqualTo("1 read: 0 new, 1 changed, 0 unchanged, 0 merged, 0 disputed, 0 rejected");
    }

    @Test
    void aSourceOfLowerRankFillsTheColumnsOfWhichTheHigherKnowsNothing() {
        assertThat(load("survey", """
                S1,800101300012,,,,heavy_vehicles,true,2025-02-01,
                S2,800101300012,,,,cars,3,2025-02-01,
                """))
                .isEqualTo("2 read: 0 new, 1 changed, 0 unchanged, 1 merged, 0 disputed, 0 rejected");
        assertThat(village.rows(OF_F1)).containsExactly("[2025-01-01,2025-02-01) 1 null", "[2025-02-01,) 1 t");
        assertThat(village.rows("select \"column\", held, other, other_source from registry.disagreement"))
                .containsExactly("cars 1 3 survey");
        assertThat(village.rows(TOLD_BY)).containsExactly("households heavy_vehicles survey");
    }

    @Test
    void whatALowerSourceFilledItsOwnLaterWordAndTheKeepersWordReplace() {
        load("survey", "S1,800101300012,,,,heavy_vehicles,true,2025-02-01,\n");
        assertThat(load("survey", "S2,800101300012,,,,heavy_vehicles,false,2025-02-01,\n"))
                .isEqualTo("1 read: 0 new, 1 changed, 0 unchanged, 0 merged, 0 disputed, 0 rejected");
        assertThat(load("person", "T1,800101300012,,,,heavy_vehicles,true,2025-02-01,\n"))
                .isEqualTo("1 read: 0 new, 0 changed, 0 unchanged, 0 merged, 1 disputed, 0 rejected");
        assertThat(village.rows(TOLD_BY)).containsExactly("households heavy_vehicles survey");
        assertThat(load("vehicles", "V1,800101300012,,,,heavy_vehicles,true,2025-02-01,\n"))
                .isEqualTo("1 read: 0 new, 1 changed, 0 unchanged, 0 merged, 0 disputed, 0 rejected");
        assertThat(village.rows(TOLD_BY)).containsExactly("single_source cars households");
    }

    @Test
    void theKeeperWhoTellsOneColumnDoesNotTakeTheOthersFromThoseWhoToldThem() {
        load("survey", "S1,800101300012,,,,heating,true,2025-02-01,\n");
        load("address", "A1,800101300012,,,,water,true,2025-02-01,\n");
        assertThat(load("survey", "S2,800101300012,,,,heating,false,2025-02-01,\n"))
                .isEqualTo("1 read: 0 new, 1 changed, 0 unchanged, 0 merged, 0 disputed, 0 rejected");
    }

    @Test
    void anAddressElsewhereFillsNothingOfTheHeldHome() {
        assertThat(load("survey", """
                S1,750303300019,,,,settlement,191800000,2025-02-01,
                S2,750303300019,,,,address,"Сейфуллин, 1",2025-02-01,
                """))
                .isEqualTo("2 read: 0 new, 0 changed, 0 unchanged, 1 merged, 1 disputed, 0 rejected");
    }

    @Test
    void theSameDisagreementIsToldOnceAndSettledWhenTheSourcesAgree() {
        load("survey", "S1,800101300012,,,,cars,3,2025-02-01,\n");
        load("survey", "S2,800101300012,,,,cars,3,2025-02-01,\n");
        load("survey", "S3,800101300012,,,,cars,1,2025-02-01,\n");
        assertThat(village.rows("select other, settled_by is not null from registry.disagreement"))
                .containsExactly("3 t");
    }

    @Test
    void anOfficersCorrectionHoldsWhileTheRegisterRepeatsItself() {
        village.db()
                .sql("insert into registry.intake (kind, source, state) values ('correction', 'officer', 'done')")
                .update();
        int correction = village.db()
                .sql("select max(id) from registry.intake")
                .query(Integer.class)
                .single();
        village.db()
                .sql(
                        "update registry.vehicles v set superseded_by = :i from registry.family f where f.id = v.family_id and f.source_key = 'F1'")
                .param("i", correction)
                .update();
        village.db()
                .sql(
                        "insert into registry.vehicles (family_id, intake, valid, cars) select id, :i, '[2025-01-01,)', 0 from registry.family where source_key = 'F1'")
                .param("i", correction)
                .update();
        assertThat(load("vehicles", "V1,800101300012,,,,cars,1,2100-02-01,\n"))
                .isEqualTo("1 read: 0 new, 0 changed, 0 unchanged, 0 merged, 1 disputed, 0 rejected");
        assertThat(load("vehicles", "V2,800101300012,,,,cars,2,2100-03-01,\n"))
                .isEqualTo("1 read: 0 new, 1 changed, 0 unchanged, 0 merged, 0 disputed, 0 rejected");
        assertThat(village.rows(
                        "select other, other_source, held from registry.disagreement where held_source = 'officer'"))
                .containsExactly("1 vehicles 0");
    }

    @Test
    void aBirthMakesAPersonInTheMothersFamily() {
        assertThat(Village.counts(village.single("civil", "2025-02-01", """
                source_record_id,iin,last_name,first_name,birth_date,sex,mother_iin,column,value,valid_from,valid_to
                B1,,Серіков,Арман,2025-01-20,m,800101300012,birth,2025-01-20,,
                B2,,Серіков,Арман,2025-01-20,m,000101300012,birth,2025-01-20,,
                """)))
                .isEqualTo("2 read: 1 new, 0 changed, 0 unchanged, 0 merged, 0 disputed, 1 rejected");
        assertThat(village.rows("""
                select p.source_key, f.source_key, m.valid, m.relation, i.first_name, o.source_key from registry.person p join registry.family f on f.id = p.family_id
                join registry.membership m on m.person_id = p.id join registry.identity i on i.person_id = p.id
                join registry.kinship k on k.person_id = p.id join registry.person o on o.id = k.mother_id where p.source_key like 'civil%'
                """)).containsExactly("civil:B1 F1 [2025-01-20,) child Арман P1");
        assertThat(village.rows("select line, reason from registry.reject"))
                .containsExactly("3 there is no such mother");
    }

    @Test
    void aDeathEndsTheMembershipAndClosesAFamilyWithoutMembers() {
        assertThat(load("civil", "D1,750303300019,,,,death,2025-01-15,,\n"))
                .isEqualTo("1 read: 0 new, 1 changed, 0 unchanged, 0 merged, 0 disputed, 0 rejected");
        assertThat(village.rows("""
                select m.valid, m.superseded_by is null from registry.membership m join registry.person p on p.id = m.person_id where p.source_key = 'P3' order by 2, 1
                """)).containsExactly("[2025-01-01,) f", "[2025-01-01,2025-01-16) t");
        assertThat(
                        village.rows(
                                "select p.family_id, i.died_on from registry.person p join registry.identity i on i.person_id = p.id and i.superseded_by is null where p.source_key = 'P3'"))
                .containsExactly("null 2025-01-15");
        assertThat(village.rows("select source_key, closed from registry.family order by 1"))
                .containsExactly("F1 f", "F2 t");
    }

    @Test
    void aNameThatIsNotTheIinsIsRejectedAndAPersonWithoutAnIinIsFoundByNameAndBirthDate() {
        assertThat(load("health", """
                H1,800101300012,Петров,Иван,1950-01-01,disability,group1,2025-02-01,
                H2,,Серіков,Дәурен,2015-05-06,disability,child,2025-02-01,
                H3,,Серіков,Дәурен,2015-05-07,disability,child,2025-02-01,
                H4,,,,,disability,child,2025-02-01,
                H5,800101300012,,,,disability,group9,2025-02-01,
                """))
                .isEqualTo("5 read: 0 new, 1 changed, 0 unchanged, 0 merged, 0 disputed, 4 rejected");
        assertThat(village.rows("select line, \"column\", reason from registry.reject order by 1"))
                .containsExactly(
                        "2 iin the IIN is held by a person of another name and birth date",
                        "4 iin there is no such person",
                        "5 iin there is neither an IIN nor a whole name with a birth date",
                        "6 value 'group9' is not one of none, group1, group2, group3, child");
    }

    @Test
    void civilRegistrationMakesThePersonWhomNobodyKnows() {
        assertThat(load("civil", "C1,,Сеірков,Дәурен,2015-05-06,birth_date,2015-05-06,2015-05-06,\n"))
                .isEqualTo("1 read: 1 new, 0 changed, 0 unchanged, 0 merged, 0 disputed, 0 rejected");
        assertThat(village.rows(
                        "select source_key, kato, family_id, birth_date from registry.person where family_id is null"))
                .containsExactly("civil:C1 999999999 null 2015-05-06");
    }

    @Test
    void anAddressMovesTheFamilyAndItsMembers() {
        assertThat(load("address", """
                A1,800101300012,,,,settlement,191800000,2025-02-01,
                A2,800101300012,,,,address,"Сейфуллин, 1",2025-02-01,
                """))
                .isEqualTo("2 read: 0 new, 1 changed, 0 unchanged, 1 merged, 0 disputed, 0 rejected");
        assertThat(
                        village.rows(
                                "select kato from registry.family where source_key = 'F1' union all select kato from registry.person where source_key = 'P2'"))
                .containsExactly("191800000", "191800000");
        assertThat(
                        village.rows(
                                "select valid, h.kato, address from registry.home h join registry.family f on f.id = h.family_id where superseded_by is null and f.source_key = 'F1' order by 1"))
                .containsExactly(
                        "[2025-01-01,2025-02-01) 114500000 Абай к-сі, 3", "[2025-02-01,) 191800000 Сейфуллин, 1");
    }

    @Test
    void aSourceThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> load("tea_leaves", "A1,800101300012,,,,work,none,,\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no source 'tea_leaves'.");
    }
}
