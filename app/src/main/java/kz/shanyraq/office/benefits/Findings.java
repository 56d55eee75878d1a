package kz.shanyraq.office.benefits;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.office.registry.FamilyList.Key;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The findings that hold, within what the one who asks may see: counts by topic and state, and the families behind
/// each.
@Component
public class Findings {

    /// Families of a page.
    public static final int PAGE = 50;

    private static final String FIGURES = """
            select topic, state, sum(findings)::bigint, sum(monthly)::bigint, sum(once)::bigint
            from benefits.figures(:lo, :hi) group by topic, state having sum(findings) > 0
            """;

    private static final String PLACES = """
            select kato / :width * :width as place, sum(findings)::bigint from benefits.figures(:lo, :hi)
            where topic = :topic and state = :state group by 1
            """;

    private static final int REGION = 10_000_000;
    private static final int DISTRICT = 100_000;

    // Said in these words, PostgreSQL goes from place to place by the index, and does not read what lies between.
    private static final String FAMILIES = """
            select f.kato, f.family_id, sum(f.monthly)::bigint as monthly, sum(f.once)::bigint as once, count(*)::integer as findings
            from benefits.finding f
            where f.until is null and f.topic = :topic and f.state = :state and f.kato between :kato and :hi
                and (f.kato > :kato or f.family_id > :family)
            group by f.kato, f.family_id order by f.kato, f.family_id limit :most
            """;

    /// What holds of a topic in a state.
    ///
    /// @param monthly tenge a month together
    public record Figure(long findings, long monthly, long once) {}

    /// A family with findings of a topic and state.
    ///
    /// @param findings how many: a benefit of persons is found of each
    public record Row(int kato, long familyId, long monthly, long once, int findings) {}

    /// A page of families.
    ///
    /// @param next where the next page begins; null on the last
    public record Rows(List<Row> rows, @Nullable Key next) {}

    private final JdbcClient db;

    Findings(JdbcClient db) {
        this.db = db;
    }

    /// How many findings hold between two codes of places, by topic and state.
    @Transactional(readOnly = true)
    public Map<Topic, Map<State, Figure>> figures(int lo, int hi) {
        var figures = new TreeMap<Topic, Map<State, Figure>>(java.util.Comparator.comparingInt(Topic::id));
        db.sql(FIGURES)
                .param("lo", lo)
                .param("hi", hi)
                .query((row, n) -> figures.computeIfAbsent(Topic.of(row.getInt(1)), key -> new EnumMap<>(State.class))
                        .put(State.of(row.getInt(2)), new Figure(row.getLong(3), row.getLong(4), row.getLong(5))))
                .list();
        return figures;
    }

    /// How many findings of a topic and state hold in each region or district between two codes of places; a place
    /// without any is not there.
    @Transactional(readOnly = true)
    public Map<Integer, Long> places(Topic topic, State state, int lo, int hi, boolean byRegion) {
        Map<Integer, Long> places = new TreeMap<>();
        db.sql(PLACES)
                .param("topic", topic.id())
                .param("state", state.number())
                .param("lo", lo)
                .param("hi", hi)
                .param("width", byRegion ? REGION : DISTRICT)
                .query((row, n) -> places.put(row.getInt(1), row.getLong(2)))
                .list();
        return places;
    }

    /// The families of a topic and state between two codes of places, by place and number.
    @Transactional(readOnly = true)
    public Rows families(Topic topic, State state, int lo, int hi, @Nullable Key after) {
        Key from = Key.from(lo, after);
        List<Row> rows = db.sql(FAMILIES)
                .param("topic", topic.id())
                .param("state", state.number())
                .param("hi", hi)
                .param("kato", from.kato())
                .param("family", from.family())
                .param("most", PAGE + 1)
                .query(Row.class)
                .list();
        List<Row> shown = rows.subList(0, Math.min(rows.size(), PAGE));
        return new Rows(
                List.copyOf(shown),
                rows.size() > PAGE
                        ? new Key(shown.getLast().kato(), shown.getLast().familyId())
                        : null);
    }
}
