package kz.shanyraq.office.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The families of an officer's territory, by place and number, a page at a time: the next page begins after the last
/// row of this one, so that
/// every page is as quick as the first.
@Component
public class FamilyList {

    /// Rows of a page.
    public static final int PAGE = 50;

    /// What the list is narrowed to.
    ///
    /// @param lo first code of the place
    /// @param hi last code of the place
    /// @param kind all, children, many_children, elderly, question or disagreement
    public record Filter(int lo, int hi, String kind) {}

    /// Where a page begins.
    public record Key(int kato, long family) {
        /// The key of an address, `101000000-17`.
        public static @Nullable Key parse(@Nullable String text) {
            if (text == null || !text.matches("\\d{9}-\\d{1,18}")) {
                return null;
            }
            int hyphen = text.indexOf('-');
            return new Key(Integer.parseInt(text.substring(0, hyphen)), Long.parseLong(text.substring(hyphen + 1)));
        }

        /// Where a page of the families from a code on begins: after the last row of the page before, or with the first
        /// place, so that an index is read from there and not from its beginning.
        public static Key from(int lo, @Nullable Key after) {
            return after == null || after.kato < lo ? new Key(lo, 0) : after;
        }

        @Override
        public String toString() {
            return kato + "-" + family;
        }
    }

    /// A page of the list.
    ///
    /// @param next where the next page begins; null on the last
    public record Rows(
            List<Found.Family> families, @Nullable Key next) {}

    private static final String WHERE = """
            from registry.family f
            where f.kato between :lo and :hi and not f.closed and not f.restricted%s
            """;

    private static final String CHILD =
            "p.family_id = f.id and p.merged_into is null and p.birth_date > current_date - interval '18 years'";

    /// What narrows the list.
    private static final Map<String, String> KINDS = Map.of(
            "all",
            "",
            "children",
            " and exists (select from registry.person p where %s)".formatted(CHILD),
            "many_children",
            " and (select count(*) from registry.person p where %s) >= 4".formatted(CHILD),
            "elderly",
            """
             and not exists (select from registry.person p where p.family_id = f.id and p.merged_into is null
                and (p.birth_date is null or p.birth_date > current_date - interval '63 years'))
            """,
            "question",
            " and exists (select from registry.question q where q.family_id = f.id and q.state = 'open')",
            "disagreement",
            """
             and (exists (select from registry.disagreement d where d.family_id = f.id and d.settled_by is null)
                or exists (select from registry.person p join registry.disagreement d on d.person_id = p.id and d.settled_by is null where p.family_id = f.id))
            """);

    private static final String DESCRIBED = """
            select f.id, f.kato, h.address, coalesce(x.head, '') as head, coalesce(x.persons, 0)::integer as persons
            from page f
            left join registry.home h on h.family_id = f.id and h.superseded_by is null and h.valid @> current_date
            left join lateral (
                select count(*) as persons, (array_agg(concat_ws(' ', i.last_name, i.first_name, i.patronymic) order by m.relation = 'head' desc, p.birth_date))[1] as head
                from registry.membership m join registry.person p on p.id = m.person_id and p.merged_into is null
                left join registry.identity i on i.person_id = m.person_id and i.superseded_by is null and i.valid @> current_date
                where m.family_id = f.id and m.superseded_by is null and m.valid @> current_date) x on true
            order by f.kato, f.id
            """;

    private static final String PAGE_OF = """
            with page as (
                select f.id, f.kato %s and (f.kato, f.id) > (:kato, :family) order by f.kato, f.id limit :most)
            """;

    private static final String NAMED = """
            with page as (select id, kato from registry.family where id = any (:families))
            """ + DESCRIBED;

    /// Counting stops where nobody reads the number any more.
    private static final String COUNT = """
            select count(*) from (select f.kato, f.id %s order by f.kato, f.id limit :most) counted
            """;

    /// The most that is counted.
    public static final int MOST_COUNTED = 10_000;

    private record Row(long id, int kato, @Nullable String address, String head, int persons) {}

    private static final Duration DEAR = Duration.ofMillis(50);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 10_000;

    private record Counted(long count, long until) {}

    private final JdbcClient db;
    private final LongSupplier nanos;
    private final Map<Filter, Counted> kept = new ConcurrentHashMap<>();

    @Autowired
    FamilyList(JdbcClient db) {
        this(db, System::nanoTime);
    }

    /// @param nanos a clock
    FamilyList(JdbcClient db, LongSupplier nanos) {
        this.db = db;
        this.nanos = nanos;
    }

    private static String where(Filter filter) {
        String kind = KINDS.get(filter.kind());
        if (kind == null) {
            throw new IllegalArgumentException("There is no kind of families '%s'. Maybe one of: %s."
                    .formatted(filter.kind(), String.join(", ", KINDS.keySet())));
        }
        return WHERE.formatted(kind);
    }

    /// A page of the list.
    @Transactional(readOnly = true)
    public Rows page(Filter filter, @Nullable Key after) {
        Key from = Key.from(filter.lo(), after);
        List<Row> rows = db.sql(PAGE_OF.formatted(where(filter)) + DESCRIBED)
                .param("lo", filter.lo())
                .param("hi", filter.hi())
                .param("kato", from.kato())
                .param("family", from.family())
                .param("most", PAGE + 1)
                .query(Row.class)
                .list();
        List<Row> shown = rows.subList(0, Math.min(rows.size(), PAGE));
        Key next = rows.size() > PAGE
                ? new Key(shown.getLast().kato(), shown.getLast().id())
                : null;
        return new Rows(found(shown), next);
    }

    /// Families by their numbers, as a list shows them; those that may not be seen are not there.
    @Transactional(readOnly = true)
    public List<Found.Family> named(List<Long> families) {
        return families.isEmpty()
                ? List.of()
                : found(db.sql(NAMED)
                        .param("families", families.toArray(Long[]::new))
                        .query(Row.class)
                        .list());
    }

    private static List<Found.Family> found(List<Row> rows) {
        return rows.stream()
                .map(row ->
                        new Found.Family(new FamilyId(row.id()), row.head(), row.persons(), row.address(), row.kato()))
                .toList();
    }

    /// How many families the whole list has, up to [#MOST_COUNTED]. It is the same for whoever may see the place; what
    /// took long to count is not counted again for a minute.
    @Transactional(readOnly = true)
    public long count(Filter filter) {
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        return kept.compute(
                        filter,
                        (key, before) ->
                                before != null && before.until - nanos.getAsLong() > 0 ? before : counted(filter))
                .count;
    }

    private Counted counted(Filter filter) {
        long began = nanos.getAsLong();
        long count = db.sql(COUNT.formatted(where(filter)))
                .param("lo", filter.lo())
                .param("hi", filter.hi())
                .param("most", MOST_COUNTED)
                .query(Long.class)
                .single();
        long now = nanos.getAsLong();
        return new Counted(count, now - began > DEAR.toNanos() ? now + KEPT.toNanos() : now);
    }
}
