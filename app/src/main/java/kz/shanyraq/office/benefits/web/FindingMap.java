package kz.shanyraq.office.benefits.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.TileMap;
import kz.shanyraq.office.registry.PlaceNames;

/// Where the families of a list are: regions as tiles, or the districts of one region; each tile opens its list.
///
/// @param byRegion whether the tiles are regions
/// @param region whose districts they are else
/// @param counts findings by place; none where a place is not there
/// @param address of the list
public record FindingMap(boolean byRegion, int region, Map<Integer, Long> counts, String address, PlaceNames places) {

    private static final List<Long> FEW = List.of(5L, 100L, 1_000L, 10_000L);

    /// Whether there is anything to compare.
    public boolean shown(Text t) {
        return byRegion || places.spots(region, t).size() > 1;
    }

    /// The map.
    public TileMap map(Text t) {
        Map<Integer, TileMap.Tile> tiles = new TreeMap<>();
        List<TileMap.Spot> spots = byRegion ? List.of() : places.spots(region, t);
        spots.forEach(spot -> tiles.put(spot.code(), new TileMap.Tile(0L, null)));
        counts.forEach((kato, count) -> tiles.put(
                byRegion ? kato / 10_000_000 : kato,
                new TileMap.Tile(count, address + (byRegion ? "?region=" : "?district=") + kato)));
        List<Long> cuts = TileMap.cuts(new ArrayList<>(counts.values()), FEW);
        String title = t.say("benefits.list.map");
        return byRegion
                ? new TileMap(t, title, cuts, t::number, tiles)
                : new TileMap(t, title, cuts, t::number, tiles, spots);
    }
}
