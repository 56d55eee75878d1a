package kz.shanyraq.office.benefits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.shanyraq.office.registry.FamilyList.Key;
import kz.shanyraq.office.registry.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Families by their level of wellbeing, A to E, and those of which a fact is missing: the counts of places, and the
/// families behind each. As with [TakeUp], who sees no names reads what was published.
@Component
public class Levels {

    /// Families of a page.
    public static final int PAGE = 50;

    /// The category of families of which a fact is missing.
    public static final String MISSING = Publication.FACTS_MISSING;

    private static final int REGION = 10_000_000;
    private static final int DISTRICT = 100_000;

    private static final String PLACES = """
            select kato / :width * :width as kato, level, sum(families)::bigint as families
            from benefits.level_figures(:lo, :hi) group by 1, 2 having sum(families) > 0
            """;

    private static final String COUNT = """
            select coalesce(sum(families), 0)::bigint from benefits.level_figures(:lo, :hi) where level = :level
            """;

    // In the order of the index wellbeing_in_district, so that every page is as quick as the first.
    private static final String FAMILIES = """
            select kato, family_id, points, before from benefits.wellbeing
            where until is null and %s and kato between :kato and :hi and (kato > :kato or family_id > :family)
            order by kato, level, family_id limit :most
            """;
    private static final String OF_LEVEL = FAMILIES.formatted("level = :level");
    private static final String OF_NONE = FAMILIES.formatted("level is null");

    /// A family of a level.
    ///
    /// @param points of 100; null where a fact is missing
    /// @param before the level before it changed; null if there was none
    public record Row(
            int kato,
            long familyId,
            @Nullable Integer points,
            @Nullable String before) {}

    /// A page of families.
    ///
    /// @param next where the next page begins; null on the last
    public record Rows(List<Row> rows, @Nullable Key next) {}

    private record Counted(int kato, String level, long families) {}

    private final JdbcClient db;
    private final Figures figures;

    Levels(JdbcClient db, Figures figures) {
        this.db = db;
        this.figures = figures;
    }

    /// The levels, and last the families of which a fact is missing.
    public static List<String> all() {
        return Publication.LEVEL_CATEGORIES;
    }

    /// The level of an address: a to e, or missing.
    public static Optional<String> of(String code) {
        return all().stream()
                .filter(level -> level.toLowerCase(java.util.Locale.ROOT).equals(code))
                .findFirst();
    }

    /// The families between two codes by region or district, as they are now; the last row is all of them.
    @Transactional(readOnly = true)
    public List<Figures.Row> places(int lo, int hi, boolean byRegion) {
        Map<Integer, Map<String, @Nullable Long>> places = new TreeMap<>();
        Map<String, @Nullable Long> total = none();
        for (Counted counted : db.sql(PLACES)
                .param("width", byRegion ? REGION : DISTRICT)
                .param("lo", lo)
                .param("hi", hi)
                .query(Counted.class)
                .list()) {
            String level = counted.level().isEmpty() ? MISSING : counted.level();
            Map<String, @Nullable Long> row = places.computeIfAbsent(counted.kato(), kato -> none());
            for (Map<String, @Nullable Long> each : List.of(row, total)) {
                each.merge(level, counted.families(), Long::sum);
                each.merge(Figures.ALL, counted.families(), Long::sum);
            }
        }
        List<Figures.Row> rows = new ArrayList<>();
        places.forEach((kato, counts) -> rows.add(new Figures.Row(kato, counts)));
        rows.add(new Figures.Row(0, total));
        return rows;
    }

    private static Map<String, @Nullable Long> none() {
        Map<String, @Nullable Long> none = new TreeMap<>();
        all().forEach(level -> none.put(level, 0L));
        none.put(Figures.ALL, 0L);
        return none;
    }

    /// The regions, or the districts of a region, as they were published; the row of all has the code of the region.
    public Figures.Table published(int region) {
        return figures.table(Publication.LEVELS, region);
    }

    /// How many families between two codes have a level.
    @Transactional(readOnly = true)
    public long count(String level, int lo, int hi) {
        return db.sql(COUNT)
                .param("level", level.equals(MISSING) ? "" : level)
                .param("lo", lo)
                .param("hi", hi)
                .query(Long.class)
                .single();
    }

    /// The families of a level between two codes, by place and number.
    @Transactional(readOnly = true)
    public Rows families(String level, int lo, int hi, @Nullable Key after) {
        boolean missing = level.equals(MISSING);
        Key from = Key.from(lo, after);
        var asked = db.sql(missing ? OF_NONE : OF_LEVEL)
                .param("hi", hi)
                .param("kato", from.kato())
                .param("family", from.family())
                .param("most", PAGE + 1);
        List<Row> rows =
                (missing ? asked : asked.param("level", level)).query(Row.class).list();
        List<Row> shown = rows.subList(0, Math.min(rows.size(), PAGE));
        return new Rows(
                List.copyOf(shown),
                rows.size() > PAGE
                        ? new Key(shown.getLast().kato(), shown.getLast().familyId())
                        : null);
    }
}
