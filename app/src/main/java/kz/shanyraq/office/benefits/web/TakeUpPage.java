package kz.shanyraq.office.benefits.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.benefits.Sweep;
import kz.shanyraq.office.benefits.TakeUp;
import kz.shanyraq.office.benefits.TakeUp.Row;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Bars;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Tab;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.TileMap;
import org.jspecify.annotations.Nullable;

/// Take-up: all benefits of a place, or a benefit by place.
///
/// @param topic the benefit; null for all of them
/// @param by what the map shows
/// @param table the benefit by place; null where there is no benefit chosen
/// @param benefits the benefits of the place; empty where one is chosen
/// @param sweep the last sweep over all families; null if there was none
public record TakeUpPage(
        @Nullable Topic topic,
        Scope scope,
        By by,
        TakeUp.@Nullable Table table,
        Map<Topic, Row> benefits,
        @Nullable Sweep sweep) {

    /// What the map shows.
    public enum By {
        /// How many of those entitled receive.
        SHARE,
        /// How many do not.
        UNRECEIVED,
        /// How many tenge a month they do not receive.
        MONTHLY;

        /// The word of an address.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static By of(String word) {
            return Arrays.stream(values())
                    .filter(by -> by.word().equals(word))
                    .findFirst()
                    .orElse(SHARE);
        }
    }

    /// A row of a table: what it is called, where that leads, and what holds.
    public record Line(
            String name, @Nullable String href, @Nullable Topic topic, Row row) {}

    private static final long MILLION = 1_000_000;

    /// The title.
    public String title(Text t) {
        return topic == null
                ? t.say("benefits.takeup")
                : t.say("benefits.takeup.of", TopicWords.name(topic, t), scope.whole(t));
    }

    /// The rows: benefits in the order of their names, or places.
    public List<Line> lines(Text t) {
        List<Line> lines = new ArrayList<>();
        benefits.forEach((benefit, row) -> lines.add(
                new Line(TopicWords.name(benefit, t), "/takeup?topic=" + benefit.code() + scope.kept(), benefit, row)));
        if (table != null && topic != null) {
            for (Row row : table.rows()) {
                String href = scope.byRegion() ? place(row.kato()) : null;
                lines.add(new Line(scope.name(row.kato(), t), href, topic, row));
            }
        }
        lines.sort(Comparator.comparing(Line::name, t.alphabetical()));
        return lines;
    }

    private String place(int kato) {
        return "/takeup?topic=%s&region=%d&by=%s"
                .formatted(Objects.requireNonNull(topic).code(), kato, by.word());
    }

    /// All rows together; a sum of which a part is not shown is not shown either, unless it was published itself.
    public Line total(Text t) {
        Row total = table == null
                ? benefits.values().stream().reduce(new Row(0, 0L, 0L, 0L, 0L, 0L, 0L), TakeUpPage::together)
                : table.total();
        return new Line(scope.whole(t), null, topic, total);
    }

    private static Row together(Row one, Row other) {
        return one.plus(other);
    }

    /// Where a count leads: the families behind it, or the places; null where it ends.
    public @Nullable String href(Line line, State state) {
        Topic about = line.topic();
        if (about == null) {
            return null;
        }
        if (scope.named()) {
            int kato = topic == null ? 0 : line.row().kato();
            return "/findings/" + about.code() + "/" + state.code() + scope.filter(kato);
        }
        if (topic == null) {
            return "/takeup?topic=" + about.code() + scope.kept();
        }
        return scope.byRegion() && line.row().kato() != 0 ? place(line.row().kato()) : null;
    }

    /// A count of a row by its state; null where it is not shown.
    public static @Nullable Long count(Line line, State state) {
        return switch (state) {
            case UNRECEIVED -> line.row().unreceived();
            case RECEIVED -> line.row().received();
            case RECEIPT_UNKNOWN -> line.row().unknown();
            case NO_LONGER, UNDECIDED, SIGNAL -> null;
        };
    }

    /// The counts that are shown beside those who are entitled: whether receipt is known is a column of its own, where
    /// there is anybody of whom it is not.
    public List<State> states(Text t) {
        List<State> states = new ArrayList<>(List.of(State.RECEIVED, State.UNRECEIVED));
        if (unknown(t)) {
            states.add(State.RECEIPT_UNKNOWN);
        }
        return states;
    }

    /// Whether of somebody it is not known that they receive.
    public boolean unknown(Text t) {
        List<Line> lines = new ArrayList<>(lines(t));
        lines.add(total(t));
        return lines.stream().anyMatch(line -> !Objects.equals(line.row().unknown(), 0L))
                && (scope.named() || lines.stream().anyMatch(line -> line.row().unknown() != null));
    }

    /// A count, or that it is not shown.
    public static String number(@Nullable Long count, Text t) {
        return count == null ? "…" : t.number(count);
    }

    /// How many of those entitled receive; null where nobody is entitled.
    public static @Nullable String share(Row row, Text t) {
        Long entitled = row.entitled();
        Long received = row.received();
        if (entitled == null || received == null) {
            return "…";
        }
        return entitled == 0 ? null : t.percent(received, entitled);
    }

    /// What is not received, in words; null where that is nothing.
    public static @Nullable String sum(Row row, Text t) {
        Long monthly = row.monthly();
        Long once = row.once();
        if (monthly == null || once == null) {
            return "…";
        }
        List<String> sums = new ArrayList<>();
        if (monthly > 0) {
            sums.add(t.say("benefits.sum.monthly", t.money(monthly)));
        }
        if (once > 0) {
            sums.add(t.say("benefits.sum.once", t.money(once)));
        }
        return sums.isEmpty() ? null : String.join("; ", sums);
    }

    /// The whole in a sentence; null where a number of it is not shown.
    public @Nullable String sentence(Text t) {
        Row row = total(t).row();
        Long entitled = row.entitled();
        Long received = row.received();
        Long unreceived = row.unreceived();
        if (topic == null || entitled == null || received == null || unreceived == null) {
            return null;
        }
        if (entitled == 0) {
            return t.say("benefits.takeup.nobody");
        }
        String sum = sum(row, t);
        String said = t.say(
                "benefits.takeup.sentence",
                t.number(entitled),
                t.number(received),
                t.percent(received, entitled),
                t.number(unreceived));
        return sum == null || sum.equals("…") ? said : said + " " + t.say("benefits.takeup.sentence.sum", sum);
    }

    /// The benefits to choose from.
    public List<Option> topics(Text t) {
        return TakeUp.benefits().stream()
                .map(benefit -> new Option(benefit.code(), TopicWords.name(benefit, t)))
                .sorted(Comparator.comparing(Option::text, t.alphabetical()))
                .toList();
    }

    /// The two pages of counts.
    public List<Tab> tabs(Text t) {
        return tabs(t, scope, true);
    }

    static List<Tab> tabs(Text t, Scope scope, boolean takeUp) {
        String kept = scope.kept().isEmpty() ? "" : "?" + scope.kept().substring(1);
        return List.of(
                new Tab(t.say("benefits.takeup"), "/takeup" + kept, takeUp),
                new Tab(t.say("benefits.levels"), "/wellbeing" + kept, !takeUp));
    }

    /// What the map can show.
    public List<Tab> shades(Text t) {
        return Arrays.stream(By.values())
                .map(each -> new Tab(
                        t.say("benefits.takeup.by." + each.word()),
                        "/takeup?topic=%s%s&by=%s#map"
                                .formatted(Objects.requireNonNull(topic).code(), scope.kept(), each.word()),
                        each == by))
                .toList();
    }

    private @Nullable Long shade(Row row) {
        return switch (by) {
            case SHARE -> row.share();
            case UNRECEIVED -> row.unreceived();
            case MONTHLY -> row.monthly();
        };
    }

    /// The regions as tiles, or the districts of one region; null where nobody knows where they lie.
    public @Nullable TileMap map(Text t) {
        List<Row> rows = Objects.requireNonNull(table).rows();
        Map<Integer, TileMap.Tile> tiles = new TreeMap<>();
        List<Long> values = new ArrayList<>();
        for (Row row : rows) {
            Long value = shade(row);
            boolean nobody = by == By.SHARE && Objects.equals(row.entitled(), 0L);
            if (!nobody) {
                tiles.put(
                        scope.byRegion() ? row.kato() / 10_000_000 : row.kato(),
                        new TileMap.Tile(value, scope.byRegion() ? place(row.kato()) : listed(row)));
            }
            if (value != null) {
                values.add(value);
            }
        }
        String title = t.say("benefits.takeup.map." + by.word());
        List<Long> cuts = cuts(values);
        if (scope.byRegion()) {
            return new TileMap(t, title, cuts, value -> print(value, t), tiles);
        }
        List<TileMap.Spot> spots = scope.spots(t);
        return spots.size() < 2 ? null : new TileMap(t, title, cuts, value -> print(value, t), tiles, spots);
    }

    /// Where the tile of a district leads: to the families who do not receive, for who may see them.
    private @Nullable String listed(Row row) {
        Long unreceived = row.unreceived();
        return scope.named() && unreceived != null && unreceived > 0
                ? href(new Line("", null, topic, row), State.UNRECEIVED)
                : null;
    }

    private String print(long value, Text t) {
        return switch (by) {
            case SHARE -> t.percent(value, 1000);
            case UNRECEIVED -> t.number(value);
            case MONTHLY -> t.decimal(Math.round(value * 10.0 / MILLION), 1);
        };
    }

    private List<Long> cuts(List<Long> values) {
        if (by == By.SHARE) {
            return List.of(200L, 400L, 600L, 800L);
        }
        return TileMap.cuts(
                values,
                by == By.MONTHLY
                        ? List.of(MILLION, 10 * MILLION, 100 * MILLION, 1000 * MILLION)
                        : List.of(5L, 100L, 1_000L, 10_000L));
    }

    /// Who does not receive, by district: the longest first, and only what is shown.
    public Bars bars(Text t) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (Line line : lines(t)) {
            Long unreceived = line.row().unreceived();
            if (unreceived != null && unreceived > 0) {
                bars.add(new Bars.Bar(line.name(), unreceived, "", false, href(line, State.UNRECEIVED)));
            }
        }
        bars.sort(Comparator.comparingLong(Bars.Bar::value).reversed());
        return new Bars(t, t.say("benefits.takeup.bars"), bars);
    }
}
