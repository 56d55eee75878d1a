package kz.shanyraq.office.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import kz.shanyraq.office.registry.FamilyList.Key;
import kz.shanyraq.policy.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Visits and calls: which families somebody has to see or to ask, each with the one question that is to be answered,
/// and which of them are planned.
@Component
public class Visits {

    /// Rows of a page.
    public static final int PAGE = 50;

    /// The most that is counted.
    public static final int MOST_COUNTED = 10_000;

    /// For how many days back it is counted what was done.
    public static final int LATELY = 30;

    // In the words of Findings: by the index from place to place.
    private static final String NEEDED = """
            select f.kato, f.family_id
            from benefits.finding f
            where f.until is null and f.topic = :way and f.state = 5 and f.kato between :kato and :hi
                and (f.kato > :kato or f.family_id > :family)
            order by f.kato, f.family_id limit :most
            """;

    private static final String NEEDED_FOR = """
            select f.kato, f.family_id
            from benefits.finding f
            where f.until is null and f.topic = :benefit and f.state = 5 and f.kato between :kato and :hi
                and (f.kato > :kato or f.family_id > :family) and f.missing & :facts <> 0
                and exists (select from benefits.finding w where w.family_id = f.family_id and w.topic = :way and w.until is null)
            group by f.kato, f.family_id order by f.kato, f.family_id limit :most
            """;

    private static final String COUNT_FOR = "select count(*) from (" + NEEDED_FOR + ") counted";

    private static final String LACKING = """
            select family_id, topic, missing from benefits.finding
            where family_id = any (:families) and until is null and topic <= 100 and state = 5 and missing <> 0
            order by family_id, topic
            """;

    private static final String PHONES = """
            select family_id, (array_agg(phone order by birth_date, id))[1] as phone from registry.person
            where family_id = any (:families) and phone is not null and merged_into is null group by family_id
            """;

    private static final String VISIT = """
            select id, family_id, kato, way, fact, topics, day, officer from benefits.visit
            """;

    private static final String OF_FAMILIES = VISIT + """
            where family_id = any (:families) and state = 'planned' order by day, id
            """;

    private static final String PLANNED = VISIT + """
            where state = 'planned' and kato between :lo and :hi and (:day::date is null or day = :day::date)
                and (:way::smallint is null or way = :way::smallint) and (not :mine or officer = (select access.officer()))
                and (day, kato, id) > (:after::date, :place, :id)
            order by day, kato, id limit :most
            """;

    private static final String OF_OFFICER = VISIT + """
            where state = 'planned' and officer = (select access.officer()) and day between :from and :to
            order by day, kato, id limit :most
            """;

    // What was planned for a day that has gone by falls on today.
    private static final String MINE = """
            select greatest(day, access.today()) as day, count(*) from benefits.visit
            where state = 'planned' and officer = (select access.officer()) and day <= :until group by 1 order by 1
            """;

    private static final String COUNTS = """
            select (select count(*) from (
                        select from benefits.visit where state = 'planned' and kato between :lo and :hi limit 10000) p) as planned,
                count(*) filter (where state = 'done' and way = 303) as visited, count(*) filter (where state = 'done' and way = 302) as called,
                count(*) filter (where state = 'not_met') as not_met, count(*) filter (where state = 'dropped') as dropped
            from benefits.visit where state <> 'planned' and kato between :lo and :hi and closed_at > now() - make_interval(days => :days)
            """;

    private static final String PLAN = """
            insert into benefits.visit (family_id, kato, way, fact, topics, day, officer)
            values (:family, :kato, :way, :fact, :topics::smallint[], :day, access.officer())
            on conflict (family_id, way) where state = 'planned'
                do update set fact = excluded.fact, topics = excluded.topics, day = excluded.day, officer = excluded.officer
            """;

    private static final String CLOSE = """
            update benefits.visit set state = :state, reason = :reason, closed_by = access.officer(), closed_at = clock_timestamp()
            where family_id = :family and way = :way and state = 'planned'
            """;

    /// How a visit or call ended.
    public enum End {
        /// Somebody was met; what was learnt is written into the registry.
        DONE,
        /// Nobody was at home, or nobody answered.
        NOT_MET,
        /// It is not needed any more.
        DROPPED;

        /// Its word in addresses, in messages and in the database.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The end of a word.
        public static Optional<End> of(String code) {
            return Arrays.stream(values())
                    .filter(end -> end.code().equals(code))
                    .findFirst();
        }
    }

    /// A visit or call that is planned.
    ///
    /// @param fact what is to be learnt, by its code; one that the law no longer asks for stays as it was written
    /// @param topics the benefits whose answer waits for it
    public record Visit(
            long id, long family, int kato, Way way, String fact, List<Topic> topics, LocalDate day, UUID officer) {}

    /// A family that somebody has to see or to ask.
    ///
    /// @param question the one fact that most of the open answers lack
    /// @param benefits whose answer waits for it
    /// @param phone a telephone number of the family; null if none is known
    /// @param planned the visit or call that is planned; null if none is
    public record Need(
            int kato,
            long family,
            Fact question,
            List<Topic> benefits,
            @Nullable String phone,
            @Nullable Visit planned) {}

    /// A page of families.
    ///
    /// @param next where the next page begins; null on the last
    public record Needs(List<Need> rows, @Nullable Key next) {}

    /// A page of what is planned.
    ///
    /// @param next where the next page begins; null on the last
    public record Planned(List<Visit> rows, @Nullable After next) {}

    /// Where a page of what is planned begins: after a day, a place and a number.
    public record After(LocalDate day, int kato, long id) {
        private static final After NOTHING = new After(LocalDate.of(2000, 1, 1), 0, 0);

        /// The key of an address, `2026-12-01_101000000_17`.
        public static @Nullable After parse(@Nullable String text) {
            if (text == null || !text.matches("\\d{4}-\\d{2}-\\d{2}_\\d{1,9}_\\d{1,18}")) {
                return null;
            }
            String[] parts = text.split("_", -1);
            try {
                return new After(LocalDate.parse(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
            } catch (DateTimeException noDay) {
                return null;
            }
        }

        @Override
        public String toString() {
            return day + "_" + kato + "_" + id;
        }
    }

    /// What is planned and what was done in the last days.
    ///
    /// @param planned how many, up to [#MOST_COUNTED]
    public record Counts(long planned, long visited, long called, long notMet, long dropped) {}

    private record Row(int kato, long familyId) {}

    private record Lack(long familyId, int topic, long missing) {}

    private final JdbcClient db;

    Visits(JdbcClient db) {
        this.db = db;
    }

    /// The families between two codes of places that somebody has to see or to ask, by place and number.
    ///
    /// @param benefit whose answer lacks a fact of this way; null for any
    @Transactional(readOnly = true)
    public Needs needed(Way way, @Nullable Topic benefit, int lo, int hi, @Nullable Key after) {
        Key from = Key.from(lo, after);
        List<Row> rows = statement(benefit == null ? NEEDED : NEEDED_FOR, way, benefit, hi)
                .param("kato", from.kato())
                .param("family", from.family())
                .param("most", PAGE + 1)
                .query(Row.class)
                .list();
        List<Row> shown = rows.subList(0, Math.min(rows.size(), PAGE));
        Key next = rows.size() > PAGE
                ? new Key(shown.getLast().kato(), shown.getLast().familyId())
                : null;
        return new Needs(needs(way, benefit, shown), next);
    }

    /// How many families a list for a benefit has, up to [#MOST_COUNTED].
    @Transactional(readOnly = true)
    public long count(Way way, Topic benefit, int lo, int hi) {
        return statement(COUNT_FOR, way, benefit, hi)
                .param("kato", lo)
                .param("family", 0L)
                .param("most", MOST_COUNTED)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(String sql, Way way, @Nullable Topic benefit, int hi) {
        JdbcClient.StatementSpec statement =
                db.sql(sql).param("way", Topic.of(way).id()).param("hi", hi);
        return benefit == null
                ? statement
                : statement.param("benefit", benefit.id()).param("facts", way.facts());
    }

    private List<Need> needs(Way way, @Nullable Topic benefit, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Long[] families = rows.stream().map(Row::familyId).toArray(Long[]::new);
        Map<Long, List<Lack>> lacking = new HashMap<>();
        for (Lack lack :
                db.sql(LACKING).param("families", families).query(Lack.class).list()) {
            lacking.computeIfAbsent(lack.familyId(), any -> new java.util.ArrayList<>())
                    .add(lack);
        }
        Map<Long, String> phones = new HashMap<>();
        db.sql(PHONES)
                .param("families", families)
                .query((row, n) -> phones.put(row.getLong(1), row.getString(2)))
                .list();
        Map<Long, Visit> planned = new HashMap<>();
        planned(families).stream()
                .filter(visit -> visit.way() == way)
                .forEach(visit -> planned.put(visit.family(), visit));
        return rows.stream()
                .flatMap(row -> need(
                        row,
                        way,
                        benefit,
                        lacking.getOrDefault(row.familyId(), List.of()),
                        phones.get(row.familyId()),
                        planned.get(row.familyId()))
                        .stream())
                .toList();
    }

    private static Optional<Need> need(
            Row row,
            Way way,
            @Nullable Topic benefit,
            List<Lack> lacking,
            @Nullable String phone,
            @Nullable Visit planned) {
        List<Lack> open = benefit == null
                ? lacking
                : lacking.stream().filter(lack -> lack.topic() == benefit.id()).toList();
        return question(way, open.stream().map(Lack::missing).toList()).map(fact -> {
            List<Topic> benefits = lacking.stream()
                    .filter(lack -> (lack.missing() & fact.bit()) != 0)
                    .map(lack -> Topic.of(lack.topic()))
                    .distinct()
                    .toList();
            return new Need(row.kato(), row.familyId(), fact, benefits, phone, planned);
        });
    }

    /// The one fact to ask for: that which most of the open answers lack, of those that are got in a way.
    ///
    /// @param missing what each of the open answers lacks, as bits of facts
    static Optional<Fact> question(Way way, List<Long> missing) {
        Comparator<Fact> often = Comparator.comparingLong(fact ->
                missing.stream().filter(bits -> (bits & fact.bit()) != 0).count());
        return Stream.of(Fact.values())
                .filter(fact -> (way.facts() & fact.bit()) != 0)
                .filter(fact -> missing.stream().anyMatch(bits -> (bits & fact.bit()) != 0))
                .max(often.thenComparing(Comparator.<Fact>naturalOrder().reversed()));
    }

    private List<Visit> planned(Long[] families) {
        return db.sql(OF_FAMILIES)
                .param("families", families)
                .query((row, n) -> visit(row))
                .list();
    }

    /// The visit and the call that are planned for a family.
    @Transactional(readOnly = true)
    public List<Visit> planned(long family) {
        return planned(new Long[] {family});
    }

    /// What is planned between two codes of places, by day, place and number.
    ///
    /// @param way null for both
    /// @param day null for all
    /// @param mine whether only what the officer who acts has planned
    @Transactional(readOnly = true)
    public Planned planned(
            int lo, int hi, @Nullable Way way, @Nullable LocalDate day, boolean mine, @Nullable After after) {
        After from = after == null ? After.NOTHING : after;
        List<Visit> rows = db.sql(PLANNED)
                .param("lo", lo)
                .param("hi", hi)
                .param("day", day)
                .param("way", way == null ? null : Topic.of(way).id())
                .param("mine", mine)
                .param("after", from.day())
                .param("place", from.kato())
                .param("id", from.id())
                .param("most", PAGE + 1)
                .query((row, n) -> visit(row))
                .list();
        List<Visit> shown = rows.subList(0, Math.min(rows.size(), PAGE));
        Visit last = shown.isEmpty() ? null : shown.getLast();
        return new Planned(
                List.copyOf(shown),
                last != null && rows.size() > PAGE ? new After(last.day(), last.kato(), last.id()) : null);
    }

    private static Visit visit(ResultSet row) throws SQLException {
        Integer[] topics = Arrays.stream((Object[]) row.getArray("topics").getArray())
                .map(topic -> ((Number) topic).intValue())
                .toArray(Integer[]::new);
        return new Visit(
                row.getLong("id"),
                row.getLong("family_id"),
                row.getInt("kato"),
                Way.of(Topic.of(row.getInt("way"))),
                row.getString("fact"),
                Arrays.stream(topics).map(Topic::of).toList(),
                row.getObject("day", LocalDate.class),
                row.getObject("officer", UUID.class));
    }

    /// How much the officer who acts has planned for each day until one; what should be over by now is of today.
    @Transactional(readOnly = true)
    public Map<LocalDate, Long> mine(LocalDate until) {
        Map<LocalDate, Long> days = new TreeMap<>();
        db.sql(MINE)
                .param("until", until)
                .query((row, n) -> days.put(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
        return days;
    }

    /// What the officer who acts has planned from one day to another, the first first.
    @Transactional(readOnly = true)
    public List<Visit> mine(LocalDate from, LocalDate to, int most) {
        return db.sql(OF_OFFICER)
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query((row, n) -> visit(row))
                .list();
    }

    /// What is planned between two codes of places, and what was done there in the last days.
    @Transactional(readOnly = true)
    public Counts counts(int lo, int hi) {
        return db.sql(COUNTS)
                .param("lo", lo)
                .param("hi", hi)
                .param("days", LATELY)
                .query(Counts.class)
                .single();
    }

    /// Plans a visit or call of the officer who acts; one that was planned before gives way.
    @Transactional
    public void plan(long family, int kato, Way way, Fact fact, List<Topic> topics, LocalDate day) {
        db.sql(PLAN)
                .param("family", family)
                .param("kato", kato)
                .param("way", Topic.of(way).id())
                .param("fact", fact.code())
                .param("topics", topics.stream().map(Topic::id).toArray(Integer[]::new))
                .param("day", day)
                .update();
    }

    /// Says how a visit or call ended.
    ///
    /// @param reason null where none was given
    /// @return whether one was planned
    @Transactional
    public boolean close(long family, Way way, End end, @Nullable String reason) {
        return db.sql(CLOSE)
                        .param("family", family)
                        .param("way", Topic.of(way).id())
                        .param("state", end.code())
                        .param("reason", reason)
                        .update()
                > 0;
    }
}
