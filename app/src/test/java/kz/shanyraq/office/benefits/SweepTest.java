package kz.shanyraq.office.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.DemoData;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.RegisterReader;
import kz.shanyraq.office.registry.StatusesArrived;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.signals.Signal;
import kz.shanyraq.policy.signals.Signals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/// The sweep over a village: it says what a page says of each family, touches only what changed, and goes on where it
/// was interrupted.
@Tag("slow")
@OfficeTest
@TestPropertySource(properties = "an.office=of.sweep")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SweepTest {

    private static final int SMALL_PARTS = 40;

    @TempDir
    private Path folder;

    @Autowired
    private DemoData demo;

    @Autowired
    private Sweeps sweeps;

    @Autowired
    private Wellbeings wellbeings;

    @Autowired
    @Qualifier("intakeDataSource")
    private DataSource source;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient db;

    private Sweeper sweeper;
    private RegisterReader reader;

    @BeforeEach
    void sweeper() {
        sweeper = new Sweeper(source, folder, SMALL_PARTS);
        reader = RegisterReader.over(source);
    }

    /// A village, or as large as `-Ddemo=region` says.
    private static DemoData.Size size() {
        return DemoData.Size.valueOf(System.getProperty("demo", "village").toUpperCase(Locale.ROOT));
    }

    private Sweep all() {
        return sweeper.all(null, null, told -> {});
    }

    private List<String> held() {
        return db.sql("""
                        select concat_ws(' ', family_id, topic, coalesce(person_id, 0), state, monthly, once, missing) from benefits.finding
                        where until is null order by family_id, topic, person_id nulls first
                        """).query(String.class).list();
    }

    /// What the law says of one family, asked as a page asks it.
    private static List<String> asked(Household household, Catalogue catalogue) {
        Households h = household.columns();
        var findings = new TreeMap<Long, List<String>>();
        long lacking = 0;
        var rows = new Assessments();
        for (Benefit benefit : catalogue.inForce()) {
            rows.clear();
            catalogue.assess(h, benefit, rows);
            for (int row = 0; row < rows.size; row++) {
                int p = rows.person[row];
                int receives = p < 0
                        ? FoundRows.received(h, 0, benefit)
                        : h.receives[p] < 0 ? -1 : h.receives[p] & benefit.bit();
                State state = State.of(benefit, rows.outcome(row), receives);
                if (state != null) {
                    lacking |= state == State.UNDECIDED ? rows.missing[row] : 0;
                    boolean granted = rows.outcome(row) == Outcome.GRANTED;
                    long person = p < 0 ? 0 : household.members().get(p).id().value();
                    put(
                            findings,
                            Topic.of(benefit),
                            person,
                            "%d %d %d %d"
                                    .formatted(
                                            state.number(),
                                            granted ? rows.monthly[row] : 0,
                                            granted ? rows.once[row] : 0,
                                            state == State.UNDECIDED ? rows.missing[row] : 0));
                }
            }
        }
        if (lacking != 0) {
            put(findings, Topic.of(Way.of(lacking)), 0, "5 0 0 " + lacking);
        }
        var signals = new Signals();
        signals.detect(h, catalogue.day());
        for (int row = 0; row < signals.size; row++) {
            long person = household.members().get(signals.person[row]).id().value();
            put(
                    findings,
                    Topic.of(Signal.values()[signals.signal[row]]),
                    person,
                    "%d 0 0 %d".formatted(signals.missing[row] == 0 ? 6 : 5, signals.missing[row]));
        }
        List<String> lines = new ArrayList<>();
        findings.values().forEach(lines::addAll);
        return lines.stream()
                .map(line -> household.family().value() + " " + line)
                .toList();
    }

    private static void put(Map<Long, List<String>> findings, Topic topic, long person, String rest) {
        findings.computeIfAbsent(topic.id() * 1_000_000_000L + person, key -> new ArrayList<>())
                .add("%d %d %s".formatted(topic.id(), person, rest));
    }

    private List<String> expected() {
        YearMonth month = Objects.requireNonNull(reader.month());
        var catalogue = new Catalogue(month, Figures.shipped());
        List<String> expected = new ArrayList<>();
        for (long family : db.sql("select id from registry.family where not closed order by id")
                .query(Long.class)
                .list()) {
            Household household = reader.household(new FamilyId(family), month, AsOf.on(reader.today()))
                    .orElseThrow();
            if (!household.members().isEmpty()) {
                expected.addAll(asked(household, catalogue));
            }
        }
        return expected;
    }

    private void figuresAddUp() {
        assertThat(db.sql(
                                "select concat_ws(' ', kato, topic, state, findings, monthly, once) from benefits.figure where findings <> 0 order by kato, topic, state")
                        .query(String.class)
                        .list())
                .isEqualTo(db.sql("""
                                select concat_ws(' ', kato, topic, state, count(*), sum(monthly), sum(once)) from benefits.finding where until is null
                                group by kato, topic, state order by kato, topic, state
                                """).query(String.class).list());
        assertThat(db.sql(
                                "select concat_ws(' ', kato, level, families) from benefits.level_figure where families <> 0 order by kato, level")
                        .query(String.class)
                        .list())
                .isEqualTo(db.sql("""
                                select concat_ws(' ', kato, coalesce(level, ''), count(*)) from benefits.wellbeing where until is null
                                group by kato, coalesce(level, '') order by kato, coalesce(level, '')
                                """).query(String.class).list());
        assertThat(db.sql(
                                "select concat_ws(' ', kato, scale, points, families) from benefits.scale_figure where families <> 0 order by kato, scale, points")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .isEqualTo(db.sql("""
                                select concat_ws(' ', kato, s.scale, s.points, count(*)) from benefits.wellbeing,
                                    lateral (values ('economic', economic), ('health', health), ('housing', housing), ('social', social), ('education', education)) s (scale, points)
                                where until is null and s.points is not null group by kato, s.scale, s.points order by kato, s.scale, s.points
                                """).query(String.class).list());
    }

    /// Level and scales of every family, and what is due to it, as its page says them.
    private void levelsAreThoseOfThePages() {
        YearMonth month = Objects.requireNonNull(reader.month());
        List<String> expected = new ArrayList<>();
        db.sql("select id from registry.family where not closed order by id").query(Long.class).list().stream()
                .map(family -> reader.household(new FamilyId(family), month, AsOf.on(reader.today()))
                        .orElseThrow())
                .filter(household -> !household.members().isEmpty())
                .forEach(household -> {
                    var wellbeing = wellbeings.of(household).orElseThrow();
                    expected.add(household.family().value() + " " + wellbeing.level() + " "
                            + wellbeing.scales().stream()
                                    .map(scale -> Integer.toString(scale.points()))
                                    .collect(Collectors.joining(" ")));
                });
        assertThat(db.sql("""
                        select concat_ws(' ', family_id, coalesce(level, ''), coalesce(economic, -1), coalesce(health, -1), coalesce(housing, -1),
                            coalesce(social, -1), coalesce(education, -1))
                        from benefits.wellbeing where until is null order by family_id
                        """).query(String.class).list()).isEqualTo(expected);
        assertThat(db.sql("""
                        select count(*) from benefits.wellbeing w where until is null and due <> (
                            select coalesce(sum(monthly), 0) from benefits.finding f where f.family_id = w.family_id and f.until is null and f.state = 1)
                        """).query(Integer.class).single()).isZero();
    }

    @Test
    @Order(1)
    void an_empty_register_is_refused_with_what_to_do() {
        assertThatThrownBy(this::all)
                .isInstanceOf(SweepRefused.class)
                .hasMessageContaining("No register has answered")
                .hasMessageContaining("Maybe");
    }

    @Test
    @Order(2)
    void the_numbers_of_topics_are_those_of_the_database() {
        assertThat(Topic.all())
                .extracting(topic -> "%d %s %s"
                        .formatted(topic.id(), topic.code(), topic.kind().name().toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(db.sql("select concat_ws(' ', id, code, kind) from benefits.topic order by id")
                        .query(String.class)
                        .list());
        for (Benefit benefit : Benefit.values()) {
            assertThat(Topic.of(benefit).code()).isEqualTo(benefit.code());
        }
        for (Signal signal : Signal.values()) {
            assertThat(Topic.of(signal).code()).isEqualTo(signal.code());
        }
    }

    @Test
    @Order(3)
    void the_sweep_finds_of_every_family_what_its_page_finds() {
        demo.load(size(), told -> {});
        Sweep sweep = all();
        assertThat(sweep.state()).isEqualTo("done");
        assertThat(sweep.assessed()).isEqualTo(sweep.families());
        assertThat(held()).isEqualTo(expected()).hasSize((int) sweep.found());
        assertThat(sweep.added()).isEqualTo(sweep.found());
        figuresAddUp();
        levelsAreThoseOfThePages();
    }

    @Test
    @Order(4)
    void a_second_sweep_over_the_same_register_touches_nothing() {
        Sweep again = all();
        assertThat(again.same()).isEqualTo(again.found()).isPositive();
        assertThat(again.added() + again.changed() + again.gone()).isZero();
        assertThat(db.sql("select count(*) from benefits.finding where until is not null or since = ?")
                        .param(again.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /// Somebody's income is told anew, as a delivery does it.
    private int told(long person, long amount) {
        db.sql(
                        "insert into registry.intake (kind, source, state, closed_at) values ('single_source', 'tax', 'done', now())")
                .update();
        int delivery = reader.latest();
        db.sql(
                        "update registry.income set superseded_by = :delivery where person_id = :person and superseded_by is null")
                .param("delivery", delivery)
                .param("person", person)
                .update();
        db.sql(
                        "insert into registry.income (person_id, amount, intake, valid, kind) select :person, :amount, :delivery, daterange((:end::date - interval '6 months')::date, :end::date), 1")
                .param("person", person)
                .param("amount", amount)
                .param("delivery", delivery)
                .param("end", Objects.requireNonNull(reader.month()).atDay(1))
                .update();
        return delivery;
    }

    /// The head of one of the families that are entitled to targeted or housing assistance, counted from 0.
    private long entitled(int which) {
        return db.sql(
                        "select m.person_id from benefits.finding f join registry.membership m on m.family_id = f.family_id and m.superseded_by is null "
                                + "and m.relation = 'head' where f.until is null and f.topic in (8, 12) and f.state = 1 order by f.topic desc, m.person_id offset ? limit 1")
                .param(which)
                .query(Long.class)
                .single();
    }

    @Test
    @Order(5)
    void after_a_delivery_only_its_families_are_assessed_and_a_full_sweep_then_finds_nothing_new() {
        int delivery = told(entitled(0), 9_000_000);
        Sweep sweep = Objects.requireNonNull(sweeper.after(delivery, () -> {}, told -> {}));
        assertThat(sweep.families()).isEqualTo(1);
        assertThat(sweep.changed() + sweep.gone()).isPositive();
        assertThat(held()).isEqualTo(expected());
        figuresAddUp();
        Sweep full = all();
        assertThat(full.added() + full.changed() + full.gone()).isZero();
        assertThat(sweeper.after(1_000_000, () -> {}, told -> {}))
                .as("a delivery of nobody")
                .isNull();
    }

    @Test
    @Order(6)
    void a_sweep_that_ends_in_its_middle_goes_on_with_the_register_as_it_knew_it() {
        told(entitled(1), 8_000_000);
        List<String> wanted = expected();
        var parts = new TreeSet<String>();
        assertThatThrownBy(() -> sweeper.all(null, null, said -> {
                    if (said.startsWith("  part") && parts.add(said) && parts.size() == 3) {
                        throw new IllegalStateException("the process ends here");
                    }
                }))
                .hasMessageContaining("the process ends here");
        // Between the two, the register learns something else.
        int later = told(entitled(2), 7_000_000);
        Sweep resumed = all();
        assertThat(resumed.state()).isEqualTo("done");
        assertThat(resumed.known()).isLessThan(later);
        assertThat(resumed.assessed()).isEqualTo(resumed.families());
        assertThat(held()).isEqualTo(wanted);
        figuresAddUp();
        assertThat(all().known()).isEqualTo(later);
        assertThat(held()).isEqualTo(expected()).isNotEqualTo(wanted);
        figuresAddUp();
    }

    /// The office's listeners do not wait for their assessment; it is there when the last delivery is.
    private void assessed() throws InterruptedException {
        long began = System.nanoTime();
        while (!held().equals(expected()) && System.nanoTime() - began < 60_000_000_000L) {
            Thread.sleep(100);
        }
        assertThat(held()).isEqualTo(expected());
    }

    @Test
    @Order(7)
    void deliveries_that_come_at_once_are_assessed_one_after_another() throws Exception {
        List<Integer> deliveries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            deliveries.add(told(entitled(i % 3), 4_000_000 + i));
        }
        try (var all = Executors.newFixedThreadPool(deliveries.size())) {
            List<Future<?>> told = deliveries.stream()
                    .<Future<?>>map(delivery -> all.submit(() -> sweeps.arrived(new StatusesArrived(delivery, "tax"))))
                    .toList();
            for (Future<?> each : told) {
                each.get();
            }
        }
        assessed();
        assertThat(db.sql("select count(*) from benefits.sweep where delivery is not null and state <> 'done'")
                        .query(Integer.class)
                        .single())
                .isZero();
        figuresAddUp();
    }

    @Test
    @Order(8)
    void a_delivery_that_was_assessed_is_not_assessed_again() throws InterruptedException {
        int delivery = told(entitled(0), 5_000_000);
        sweeper.after(delivery, () -> {}, told -> {});
        sweeps.arrived(new StatusesArrived(delivery, "tax"));
        sweeps.arrived(new StatusesArrived(told(entitled(1), 5_000_001), "tax"));
        assessed();
        assertThat(db.sql("select count(*) from benefits.sweep where delivery = ?")
                        .param(delivery)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Order(9)
    void a_sweep_that_is_stopped_by_a_person_goes_on_when_it_is_asked_to() {
        told(entitled(3), 6_000_000);
        Sweep stopped = sweeper.all(null, null, said -> {
            if (said.startsWith("  part 2")) {
                sweeper.stop();
            }
        });
        assertThat(stopped.state()).isEqualTo("stopped");
        assertThat(stopped.assessed()).isLessThan(stopped.families());
        Sweep resumed = all();
        assertThat(resumed.id()).isEqualTo(stopped.id());
        assertThat(resumed.state()).isEqualTo("done");
        assertThat(held()).isEqualTo(expected());
    }
}
