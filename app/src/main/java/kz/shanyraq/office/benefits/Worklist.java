package kz.shanyraq.office.benefits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which families of a territory need somebody today, from what the sweep found: children without parental care and
/// persons without a home first, then the families to whom most is due and not paid. What somebody paused is not there.
@Component
public class Worklist {

    /// No list of a day shows more signals of danger than these, so that they never hide what is due.
    private static final int MOST_AT_RISK = 3;

    // A signal stands as long as the fact; who has dealt with it pauses it.
    private static final String AT_RISK = """
            select distinct f.kato, f.family_id, f.topic, w.level, coalesce(w.due, 0) as due, f.since
            from benefits.finding f left join benefits.wellbeing w on w.family_id = f.family_id and w.until is null
            where f.until is null and f.kato between :lo and :hi and f.topic in (102, 106) and f.state = 6 and not {paused}
            order by f.since desc, f.family_id limit :most
            """.replace("{paused}", paused("f"));

    private static final String OF_PLACE = """
            select w.kato, w.family_id, w.level, w.due, w.since from benefits.wellbeing w
                where w.until is null and w.due > 0 and w.kato = d.kato and exists (
                    select from benefits.finding f
                    where f.family_id = w.family_id and f.until is null and f.state = 1 and f.monthly > 0 and not {paused})
                order by w.due desc, w.family_id""".replace("{paused}", paused("f"));

    // Each place gives its first one by an index. The families that are sought live in the places that come first by
    // that: whoever lives in another has as many before it.
    private static final String MOST_DUE = """
            select w.kato, w.family_id, null::smallint as topic, w.level, w.due, w.since
            from (
                select d.kato from (select distinct kato from benefits.level_figures(:lo, :hi)) d
                cross join lateral (%1$s limit 1) w
                order by w.due desc, w.family_id limit :most) d
            cross join lateral (%1$s limit :most) w
            order by w.due desc, w.family_id limit :most
            """.formatted(OF_PLACE);

    private static final String TOPICS = """
            select family_id, topic, sum(monthly)::bigint from benefits.finding
            where family_id = any (:families) and until is null and state = 1 group by family_id, topic order by family_id, sum(monthly) desc, topic
            """;

    private static final String LEVELS = """
            select level, sum(families)::bigint from benefits.level_figures(:lo, :hi) group by level
            """;

    private static String paused(String finding) {
        return """
                exists (select from benefits.pause p where p.family_id = %1$s.family_id and p.topic = %1$s.topic
                    and p.ended_at is null and p.until > access.today())""".formatted(finding);
    }

    /// A family that needs somebody.
    ///
    /// @param risk the signal of danger; null where it is money that is due
    /// @param level of its wellbeing; null where that is not known
    /// @param due tenge a month that are due and not received
    /// @param benefits that are due and not received, the largest first
    public record Case(
            int kato,
            long family,
            @Nullable Topic risk,
            @Nullable String level,
            long due,
            List<Topic> benefits) {}

    private record Row(
            int kato,
            long familyId,
            @Nullable Integer topic,
            @Nullable String level,
            long due) {}

    private final JdbcClient db;

    Worklist(JdbcClient db) {
        this.db = db;
    }

    /// The most urgent families between two codes of places, within what the one who asks may see.
    @Transactional(readOnly = true)
    public List<Case> urgent(int lo, int hi, int most) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        rows(AT_RISK, lo, hi, Math.min(most, MOST_AT_RISK)).forEach(row -> rows.putIfAbsent(row.familyId, row));
        rows(MOST_DUE, lo, hi, most).forEach(row -> rows.putIfAbsent(row.familyId, row));
        List<Row> first = rows.values().stream().limit(most).toList();
        Map<Long, List<Topic>> benefits =
                benefits(first.stream().map(Row::familyId).toList());
        return first.stream()
                .map(row -> new Case(
                        row.kato,
                        row.familyId,
                        row.topic == null ? null : Topic.of(row.topic),
                        row.level,
                        row.due,
                        benefits.getOrDefault(row.familyId, List.of())))
                .toList();
    }

    private List<Row> rows(String sql, int lo, int hi, int most) {
        return db.sql(sql)
                .param("lo", lo)
                .param("hi", hi)
                .param("most", most)
                .query(Row.class)
                .list();
    }

    private Map<Long, List<Topic>> benefits(List<Long> families) {
        Map<Long, List<Topic>> benefits = new LinkedHashMap<>();
        if (!families.isEmpty()) {
            db.sql(TOPICS)
                    .param("families", families.toArray(Long[]::new))
                    .query((row, n) -> benefits.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                            .add(Topic.of(row.getInt(2))))
                    .list();
        }
        return benefits;
    }

    /// How many families of a place have each level of wellbeing; under the empty level those of whom a fact is
    /// missing.
    @Transactional(readOnly = true)
    public Map<String, Long> levels(int lo, int hi) {
        var levels = new TreeMap<String, Long>();
        db.sql(LEVELS)
                .param("lo", lo)
                .param("hi", hi)
                .query((row, n) -> levels.put(row.getString(1), row.getLong(2)))
                .list();
        return levels;
    }
}
