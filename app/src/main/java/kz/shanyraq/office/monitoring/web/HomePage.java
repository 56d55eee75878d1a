package kz.shanyraq.office.monitoring.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.TileMap;
import kz.shanyraq.office.registry.Figures;
import kz.shanyraq.office.registry.SourceWatch;
import org.jspecify.annotations.Nullable;

/// The first page.
///
/// @param waiting what waits; null for roles without names
/// @param day who needs the officer today; null for who works with nobody by name
/// @param late sources whose delivery has not come
/// @param families families by region; null for who works with families by name, or may not count
/// @param citizen whether a citizen looks
public record HomePage(
        String name,
        @Nullable MyDay day,
        SourceWatch.@Nullable Waiting waiting,
        List<SourceWatch.State> late,
        Figures.@Nullable Table families,
        boolean citizen,
        boolean searches,
        boolean answers,
        boolean decides,
        boolean loads,
        boolean audits) {

    /// No block has more rows.
    static final int MOST_LATE = 5;

    /// Whether nothing waits.
    public boolean idle() {
        return late.isEmpty() && (waiting == null || waiting.questions() == 0 && waiting.duplicates() == 0);
    }

    /// Families by region, as a map of tiles.
    public TileMap map(Text t) {
        return tiles(t, families, t.say("monitoring.figures.families"));
    }

    static TileMap tiles(Text t, Figures.@Nullable Table table, String title) {
        Map<Integer, TileMap.Tile> tiles = new TreeMap<>();
        List<Long> values = table == null
                ? List.of()
                : table.rows().stream()
                        .filter(row -> row.kato() != 0)
                        .map(row -> row.count(Figures.ALL))
                        .filter(java.util.Objects::nonNull)
                        .sorted()
                        .toList();
        if (table != null) {
            for (Figures.Row row : table.rows()) {
                Long value = row.count(Figures.ALL);
                if (row.kato() != 0) {
                    tiles.put(row.kato() / 10_000_000, new TileMap.Tile(value, "/figures?region=" + row.kato()));
                }
            }
        }
        return new TileMap(t, title, cuts(values), t::number, tiles);
    }

    static List<Long> cuts(List<Long> values) {
        return TileMap.cuts(values, List.of(5L, 100L, 1_000L, 10_000L));
    }
}
