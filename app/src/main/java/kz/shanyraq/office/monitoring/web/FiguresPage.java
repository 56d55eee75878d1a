package kz.shanyraq.office.monitoring.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.office.page.Tab;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.TileMap;
import kz.shanyraq.office.registry.Figures;
import kz.shanyraq.office.registry.Figures.Measure;
import kz.shanyraq.office.registry.Figures.Row;
import kz.shanyraq.office.registry.Place;
import kz.shanyraq.office.registry.PlaceNames;
import org.jspecify.annotations.Nullable;

/// Figures of the republic by region, or of a region by district.
///
/// @param region the region; 0 for the republic
public record FiguresPage(Measure measure, int region, Figures.Table table, PlaceNames places) {

    /// The rows below the total, in the order of the alphabet.
    public List<Row> rows(Text t) {
        List<Row> rows = new ArrayList<>(table.rows());
        rows.removeIf(row -> row.kato() == region);
        rows.sort(Comparator.comparing(row -> name(row.kato(), t), t.alphabetical()));
        return rows;
    }

    /// The total row.
    public @Nullable Row total() {
        return table.rows().stream()
                .filter(row -> row.kato() == region)
                .findFirst()
                .orElse(null);
    }

    /// The name of a place.
    public String name(int kato, Text t) {
        if (kato == 0) {
            return t.say("monitoring.republic");
        }
        Place place = places.of(kato);
        Place.Names names = place.district() == null ? place.region() : place.district();
        return names == null ? Integer.toString(kato) : names.in(t.language().code());
    }

    /// A count, or that it is hidden.
    public String count(@Nullable Row row, String category, Text t) {
        if (row == null || !row.counts().containsKey(category)) {
            return "";
        }
        Long count = row.count(category);
        return count == null ? "…" : t.number(count);
    }

    /// The two measures.
    public List<Tab> tabs(Text t) {
        String rest = region == 0 ? "" : "&region=" + region;
        return List.of(
                new Tab(
                        t.say("monitoring.figures.families"),
                        "/figures?measure=families" + rest,
                        measure == Measure.FAMILIES),
                new Tab(
                        t.say("monitoring.figures.persons"),
                        "/figures?measure=persons" + rest,
                        measure == Measure.PERSONS));
    }

    /// The republic as tiles, or the districts of a region; null where nobody knows where they lie.
    public @Nullable TileMap map(Text t) {
        String title = t.say("monitoring.figures." + measure.word());
        if (region == 0) {
            return HomePage.tiles(t, table, title);
        }
        Map<Integer, TileMap.Tile> tiles = new TreeMap<>();
        List<Long> values = new ArrayList<>();
        for (Row row : rows(t)) {
            Long value = row.count(Figures.ALL);
            tiles.put(row.kato(), new TileMap.Tile(value, null));
            if (value != null) {
                values.add(value);
            }
        }
        List<TileMap.Spot> spots = places.spots(region, t);
        return spots.size() < 2 ? null : new TileMap(t, title, HomePage.cuts(values), t::number, tiles, spots);
    }

    /// Whether anything was counted.
    public boolean counted() {
        return table.countedAt() != null;
    }
}
