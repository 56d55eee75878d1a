package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/// The register as columns says of every family what the registry says of it.
@Tag("slow")
@OfficeTest
@TestPropertySource(properties = "an.office=of.register")
@DirtiesContext
class RegisterColumnsTest {

    private static boolean filled;

    @TempDir
    private Path folder;

    @Autowired
    private RegisterReader reader;

    @Autowired
    private DemoData demo;

    @Autowired
    private Families families;

    @Autowired
    private Sources sources;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient db;

    private RegisterColumns.Wanted wanted;
    private Registry registry;

    @BeforeEach
    void fill() {
        if (!filled) {
            demo.load(DemoData.Size.VILLAGE, told -> {});
            filled = true;
            oddities();
        }
        YearMonth month = Objects.requireNonNull(reader.month());
        wanted = new RegisterColumns.Wanted(month, LocalDate.now(Tellings.ZONE), reader.latest());
        registry = new Registry(new LegalFamilies(db), new Tellings(db), new Questions(db), sources, new Answered(db));
    }

    /// What a village has too little of: persons found to be one, in one family and in two; one who died and one
    /// who will; lodgers of whom nobody knows where; a family that is closed.
    private void oddities() {
        List<Long> persons = db.sql(
                        "select person_id from registry.membership where superseded_by is null order by family_id desc, person_id limit 60")
                .query(Long.class)
                .list();
        families.merge(new PersonId(persons.get(1)), new PersonId(persons.get(0)));
        families.merge(new PersonId(persons.get(40)), new PersonId(persons.get(20)));
        db.sql("update registry.identity set died_on = current_date - 3 where person_id = ? and superseded_by is null")
                .param(persons.get(10))
                .update();
        db.sql("update registry.identity set died_on = current_date + 3 where person_id = ? and superseded_by is null")
                .param(persons.get(11))
                .update();
        db.sql(
                        "update registry.family set closed = true where id = (select family_id from registry.membership where person_id = ? limit 1)")
                .param(persons.get(30))
                .update();
        db.sql(
                        "update registry.home set dwelling_key = null where family_id in (select family_id from registry.membership where person_id = ?)")
                .param(persons.get(15))
                .update();
        for (long person : List.of(persons.get(15), persons.get(16), persons.get(50))) {
            db.sql(
                            "update registry.lodging set superseded_by = (select max(id) from registry.intake) where person_id = ?")
                    .param(person)
                    .update();
            db.sql(
                            "insert into registry.lodging (person_id, intake, valid, dwelling_key) select ?, max(id), '[2020-01-01,)', 'D-1' from registry.intake")
                    .param(person)
                    .update();
        }
    }

    /// Every cell of a family by its column; rows of income and farm in an order of their own.
    private static Map<String, List<String>> cells(Households h, int f, long[] ids) {
        var cells = new TreeMap<String, List<String>>();
        int first = h.firstPerson[f];
        int last = h.firstPerson[f + 1];
        for (Column column : Column.values()) {
            if (column.held() && column.file() == HouseholdFile.FAMILIES) {
                cells.put(column.name(), List.of(Long.toString(column.get(h, f))));
            } else if (column.held() && column.file() == HouseholdFile.PERSONS) {
                var values = new ArrayList<String>();
                for (int p = first; p < last; p++) {
                    values.add(ids[p] + " " + column.get(h, p));
                }
                cells.put(column.name(), values);
            }
        }
        var kin = new ArrayList<String>();
        var incomes = new ArrayList<String>();
        for (int p = first; p < last; p++) {
            kin.add("%d: %d %d %d at home %d"
                    .formatted(ids[p], h.mother[p], h.father[p], h.guardian[p], h.livesWithFamily[p]));
            for (int i = h.firstIncome[p]; i < h.firstIncome[p + 1]; i++) {
                incomes.add("%d: %d %d %d %d"
                        .formatted(ids[p], h.incomeMonth[i], h.incomeKind[i], h.incomeAmount[i], h.termMonths[i]));
            }
        }
        cells.put("kin", kin);
        cells.put("incomes", incomes.stream().sorted().toList());
        var farm = new ArrayList<String>();
        for (int i = h.firstLivestock[f]; i < h.firstLivestock[f + 1]; i++) {
            farm.add("animals %d: %d".formatted(h.livestockKind[i], h.heads[i]));
        }
        for (int i = h.firstPlot[f]; i < h.firstPlot[f + 1]; i++) {
            farm.add("land %d: %d".formatted(h.plotKind[i], h.plotArea[i]));
        }
        cells.put("farm", farm.stream().sorted().toList());
        return cells;
    }

    private Map<Long, Map<String, List<String>>> read(RegisterColumns columns) {
        var found = new TreeMap<Long, Map<String, List<String>>>();
        var block = new RegisterColumns.Block();
        for (int from = 0; from < columns.families(); from += 100) {
            int to = Math.min(columns.families(), from + 100);
            columns.read(from, to, block);
            for (int f = 0; f < to - from; f++) {
                found.put(block.family[f], cells(block.households, f, block.person));
            }
        }
        return found;
    }

    private Map<Long, Map<String, List<String>>> expected(List<Long> numbers) {
        var expected = new TreeMap<Long, Map<String, List<String>>>();
        for (long number : numbers) {
            Household household = registry.household(new FamilyId(number), wanted.month(), AsOf.on(wanted.on()))
                    .orElseThrow();
            if (!household.members().isEmpty()) {
                long[] ids = household.members().stream()
                        .mapToLong(member -> member.id().value())
                        .toArray();
                expected.put(number, cells(household.columns(), 0, ids));
            }
        }
        return expected;
    }

    private List<Long> open() {
        return db.sql("select id from registry.family where not closed order by id")
                .query(Long.class)
                .list();
    }

    @Test
    void the_whole_register_says_what_the_registry_says_of_every_family() {
        try (RegisterColumns columns = reader.all(wanted, folder, told -> {})) {
            assertThat(read(columns)).isEqualTo(expected(open()));
        }
    }

    @Test
    void some_families_say_the_same_as_all() {
        List<Long> open = open();
        List<Long> some = new ArrayList<>();
        for (int i = 0; i < open.size(); i += 7) {
            some.add(open.get(i));
        }
        some.addAll(open.subList(open.size() - 30, open.size()));
        List<Long> listed = some.stream().distinct().sorted().toList();
        try (RegisterColumns columns =
                reader.some(wanted, listed.stream().mapToLong(Long::longValue).toArray(), folder)) {
            assertThat(read(columns)).isEqualTo(expected(listed));
        }
    }

    @Test
    void a_former_state_of_knowledge_is_read_again_as_it_was() {
        Map<Long, Map<String, List<String>>> before;
        try (RegisterColumns columns = reader.all(wanted, folder, told -> {})) {
            before = read(columns);
        }
        long person = db.sql("select min(person_id) from registry.health where superseded_by is null")
                .query(Long.class)
                .single();
        db.sql(
                        "insert into registry.intake (kind, source, state, closed_at) values ('correction', (select source from registry.sheet where code = 'health'), 'done', now())")
                .update();
        int later = reader.latest();
        db.sql(
                        "with old as (update registry.health set superseded_by = :later where person_id = :person and superseded_by is null returning *) "
                                + "insert into registry.health (person_id, intake, valid, disability) select person_id, :later, valid, 'group1' from old")
                .param("later", later)
                .param("person", person)
                .update();
        try (RegisterColumns columns = reader.all(wanted, folder, told -> {})) {
            assertThat(read(columns)).isEqualTo(before);
        }
        var now = new RegisterColumns.Wanted(wanted.month(), wanted.on(), later);
        try (RegisterColumns columns = reader.all(now, folder, told -> {})) {
            assertThat(read(columns)).isNotEqualTo(before);
        }
        long family = db.sql("select family_id from registry.membership where person_id = ? and superseded_by is null")
                .param(person)
                .query(Long.class)
                .single();
        assertThat(Arrays.stream(reader.concernedBy(later)).boxed()).containsExactly(family);
    }
}
