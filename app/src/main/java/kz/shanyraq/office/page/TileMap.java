package kz.shanyraq.office.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Places as tiles of one size, where they lie to each other: large empty areas do not dominate, and the number stands
/// in each tile. Darker is more. The country is 20 tiles, its 17 regions and three cities, known by the first two
/// digits of the KATO code; inside a region each district is a tile, where [TileGrid] puts it. Boundaries of districts
/// are not available in a form that may be passed on; where a deployment has them, the picture stays the same.
///
/// @param cuts four values that divide the five shades, ascending
/// @param print how a value is written, in the tiles and in the legend
/// @param regions a value a place; one that is not here has no data
/// @param spots the places and where their tiles stand
public record TileMap(
        Text t, String title, List<Long> cuts, LongFunction<String> print, Map<Integer, Tile> regions, List<Spot> spots)
        implements Chart {
    /// A region's value, and where its entries are. A null value is one that must not be shown: fewer than 5, or
    /// one that would tell of such.
    public record Tile(@Nullable Long value, @Nullable String href) {}

    /// Where the tile of a place stands, and what is written in it.
    ///
    /// @param name in full
    /// @param label as much of it as a tile holds
    /// @param brief as much of it as a tile of a telephone holds
    public record Spot(int code, String name, String label, String brief, TileGrid.Cell cell) {

        private static final int LABEL = 11;
        private static final int BRIEF = 3;

        /// A place with a name of any length.
        public static Spot of(int code, String name, String shortName, TileGrid.Cell cell) {
            String label = shortName.length() > LABEL ? shortName.substring(0, LABEL - 1) + "…" : shortName;
            return new Spot(code, name, label, shortName.substring(0, Math.min(BRIEF, shortName.length())), cell);
        }
    }

    private static final int STEP = 100;
    private static final int GAP = 6;
    private static final int COLUMNS = 8;

    /// Where each region stands: column and row.
    private static final Map<Integer, int[]> PLACES = new TreeMap<>(Map.ofEntries(
            Map.entry(10, new int[] {6, 2}),
            Map.entry(11, new int[] {3, 1}),
            Map.entry(15, new int[] {1, 2}),
            Map.entry(19, new int[] {5, 3}),
            Map.entry(23, new int[] {0, 2}),
            Map.entry(27, new int[] {0, 1}),
            Map.entry(31, new int[] {4, 3}),
            Map.entry(33, new int[] {6, 3}),
            Map.entry(35, new int[] {5, 2}),
            Map.entry(39, new int[] {2, 1}),
            Map.entry(43, new int[] {2, 3}),
            Map.entry(47, new int[] {0, 3}),
            Map.entry(55, new int[] {5, 1}),
            Map.entry(59, new int[] {3, 0}),
            Map.entry(61, new int[] {3, 3}),
            Map.entry(62, new int[] {3, 2}),
            Map.entry(63, new int[] {7, 2}),
            Map.entry(71, new int[] {4, 1}),
            Map.entry(75, new int[] {5, 4}),
            Map.entry(79, new int[] {3, 4})));

    /// The country.
    public TileMap(Text t, String title, List<Long> cuts, LongFunction<String> print, Map<Integer, Tile> regions) {
        this(t, title, cuts, print, regions, republic(t));
    }

    /// Five shades have four cuts.
    public TileMap {
        if (cuts.size() != 4) {
            throw new IllegalArgumentException("A tile map has four cuts, not %s.".formatted(cuts));
        }
    }

    /// The codes of the regions, first two digits of KATO, in the order of the code.
    public static List<Integer> codes() {
        return List.copyOf(PLACES.keySet());
    }

    private static List<Spot> republic(Text t) {
        return PLACES.entrySet().stream()
                .map(place -> {
                    String code = Integer.toString(place.getKey());
                    return new Spot(
                            place.getKey(),
                            t.say("page.region." + code),
                            t.say("page.tile." + code),
                            t.say("page.short." + code),
                            new TileGrid.Cell(place.getValue()[0], place.getValue()[1]));
                })
                .toList();
    }

    /// Four values that part some others into five groups of one size, as far as that goes.
    ///
    /// @param few what parts them where there are not enough for that
    public static List<Long> cuts(List<Long> values, List<Long> few) {
        List<Long> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        return n < 5
                ? few
                : List.of(sorted.get(n / 5), sorted.get(n * 2 / 5), sorted.get(n * 3 / 5), sorted.get(n * 4 / 5));
    }

    @Override
    public Content markup() {
        var out = new Markup();
        List<List<String>> rows = new ArrayList<>();
        out.open("div", "class", "tiles");
        int rowCount =
                1 + spots.stream().mapToInt(spot -> spot.cell().row()).max().orElse(0);
        int columns =
                1 + spots.stream().mapToInt(spot -> spot.cell().column()).max().orElse(0);
        int left = Math.max(0, COLUMNS - columns) * STEP / 2;
        String box = "0 0 " + (Math.max(COLUMNS, columns) * STEP - GAP + " ") + (rowCount * STEP - GAP);
        out.open("svg", "viewBox", box, "role", "group", "aria-label", title);
        spots.stream()
                .sorted(Comparator.comparingInt((Spot spot) -> spot.cell().row())
                        .thenComparingInt(spot -> spot.cell().column()))
                .forEach(spot -> {
                    Tile tile = regions.get(spot.code());
                    String text = tile == null
                            ? t.say("page.chart.missing")
                            : tile.value() == null ? t.say("page.chart.hidden") : print.apply(tile.value());
                    String shade = tile == null || tile.value() == null ? "tile none" : "tile o" + shade(tile.value());
                    int x = left + spot.cell().column() * STEP;
                    int y = spot.cell().row() * STEP;
                    String href = tile == null ? null : tile.href();
                    String name = spot.name();
                    if (href != null) {
                        out.open("a", "href", href, "class", shade, "aria-label", name + ": " + text);
                    } else {
                        out.open("g", "class", shade, "role", "img", "aria-label", name + ": " + text);
                    }
                    out.shape("rect", "x", Markup.at(x), "y", Markup.at(y), "width", "94", "height", "92", "rx", "8");
                    String label = spot.label();
                    out.leaf(
                            "text",
                            label,
                            "x",
                            Markup.at(x + 9),
                            "y",
                            Markup.at(y + 25),
                            "class",
                            label.length() > 8 ? "nm long" : "nm",
                            "aria-hidden",
                            "true");
                    out.leaf(
                            "text",
                            spot.brief(),
                            "x",
                            Markup.at(x + 8),
                            "y",
                            Markup.at(y + 36),
                            "class",
                            "ab",
                            "aria-hidden",
                            "true");
                    String inside = tile == null ? "–" : tile.value() == null ? "…" : print.apply(tile.value());
                    out.leaf(
                            "text",
                            inside,
                            "x",
                            Markup.at(x + 9),
                            "y",
                            Markup.at(y + 76),
                            "class",
                            inside.length() > 5 ? "vl long" : "vl",
                            "aria-hidden",
                            "true");
                    out.close(href != null ? "a" : "g");
                    rows.add(List.of(name, text));
                });
        out.close("svg").open("ol", "class", "legend");
        for (int i = 0; i <= cuts.size(); i++) {
            String range = i == cuts.size()
                    ? t.say("page.chart.above", print.apply(cuts.get(i - 1)))
                    : i == 0
                            ? t.say("page.chart.upto", print.apply(cuts.getFirst()))
                            : print.apply(cuts.get(i - 1)) + "–" + print.apply(cuts.get(i));
            out.open("li").open("svg", "viewBox", "0 0 10 10", "aria-hidden", "true", "focusable", "false");
            out.shape("rect", "width", "10", "height", "10", "class", "o" + (i + 1))
                    .close("svg")
                    .leaf("span", range)
                    .close("li");
        }
        out.close("ol").leaf("p", t.say("page.chart.tiles"), "class", "sm muted");
        rows.sort((a, b) -> t.alphabetical().compare(a.getFirst(), b.getFirst()));
        return out.table(t, title, List.of(t.say("page.chart.name"), t.say("page.chart.value")), rows)
                .close("div");
    }

    private int shade(long value) {
        int shade = 1;
        for (long cut : cuts) {
            if (value >= cut) {
                shade++;
            }
        }
        return shade;
    }
}
