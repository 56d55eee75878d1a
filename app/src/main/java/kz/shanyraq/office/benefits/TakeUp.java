package kz.shanyraq.office.benefits;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.office.registry.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Take-up: how many are entitled to a benefit, and how many of them receive it. Who sees families by name reads the
/// counts of the own territory as they are; everybody else reads what was published (see [Publication]).
@Component
public class TakeUp {

    /// A place and what holds there; a count is null where it is not shown.
    ///
    /// @param kato the region or district; 0 for the republic
    /// @param entitled all who are entitled and of whom it is known whether they receive: it may be shown where its
    /// parts are not
    /// @param unreceived entitled, and not receiving
    /// @param received entitled, and receiving
    /// @param unknown entitled, and not known whether receiving: neither of the two
    /// @param monthly tenge a month that are not received
    /// @param once tenge once that are not received
    public record Row(
            int kato,
            @Nullable Long entitled,
            @Nullable Long unreceived,
            @Nullable Long received,
            @Nullable Long unknown,
            @Nullable Long monthly,
            @Nullable Long once) {

        /// Nothing at all, which is known.
        static Row none(int kato) {
            return new Row(kato, 0L, 0L, 0L, 0L, 0L, 0L);
        }

        /// How many of a thousand receive; null where that is not shown or nobody is entitled.
        public @Nullable Long share() {
            return entitled == null || received == null || entitled == 0
                    ? null
                    : Long.valueOf(Math.round(1000.0 * received / entitled));
        }

        /// Two together; what is not shown of one is not shown of both.
        public Row plus(Row other) {
            return new Row(
                    kato,
                    sum(entitled, other.entitled),
                    sum(unreceived, other.unreceived),
                    sum(received, other.received),
                    sum(unknown, other.unknown),
                    sum(monthly, other.monthly),
                    sum(once, other.once));
        }

        private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
            return one == null || other == null ? null : Long.valueOf(one + other);
        }
    }

    /// Places, and all of them together.
    ///
    /// @param countedAt when it was published; null for counts of now, or if nothing was published
    public record Table(List<Row> rows, Row total, @Nullable OffsetDateTime countedAt) {}

    static final String MEASURE = "takeup.";
    static final String UNKNOWN_MEASURE = "takeup_unknown.";
    static final String UNRECEIVED = "unreceived";
    static final String RECEIVED = "received";
    static final String UNKNOWN = "receipt_unknown";
    static final String MONTHLY = "unreceived_monthly";
    static final String ONCE = "unreceived_once";

    private static final int REGION = 10_000_000;
    private static final int DISTRICT = 100_000;

    private static final String PLACES = """
            select kato / :width * :width as kato, state, sum(findings)::bigint as findings, sum(monthly)::bigint as monthly, sum(once)::bigint as once
            from benefits.figures(:lo, :hi) where topic = :topic and state between 1 and 3 group by 1, 2
            union all
            select distinct kato / :width * :width, 0::smallint, 0::bigint, 0::bigint, 0::bigint from benefits.level_figures(:lo, :hi)
            """;

    private record Counted(int kato, int state, long findings, long monthly, long once) {}

    private final JdbcClient db;
    private final Findings findings;
    private final Figures figures;

    TakeUp(JdbcClient db, Findings findings, Figures figures) {
        this.db = db;
        this.findings = findings;
        this.figures = figures;
    }

    /// The benefits, in the order of their numbers.
    public static List<Topic> benefits() {
        return Topic.all().stream()
                .filter(topic -> topic.kind() == Topic.Kind.BENEFIT)
                .toList();
    }

    /// A benefit by region or district, as it is now, of places between two codes where families live.
    @Transactional(readOnly = true)
    public Table places(Topic benefit, int lo, int hi, boolean byRegion) {
        Map<Integer, Row> places = new TreeMap<>();
        for (Counted counted : db.sql(PLACES)
                .param("topic", benefit.id())
                .param("width", byRegion ? REGION : DISTRICT)
                .param("lo", lo)
                .param("hi", hi)
                .query(Counted.class)
                .list()) {
            places.merge(counted.kato(), row(counted), Row::plus);
        }
        List<Row> rows = List.copyOf(places.values());
        return new Table(rows, rows.stream().reduce(Row.none(0), Row::plus), null);
    }

    private static Row row(Counted counted) {
        Row none = Row.none(counted.kato());
        return counted.state() == 0
                ? none
                : row(
                        none,
                        State.of(counted.state()),
                        new Findings.Figure(counted.findings(), counted.monthly(), counted.once()));
    }

    private static Row row(Row before, State state, Findings.Figure figure) {
        return switch (state) {
            case UNRECEIVED ->
                before.plus(new Row(
                        before.kato, figure.findings(), figure.findings(), 0L, 0L, figure.monthly(), figure.once()));
            case RECEIVED -> before.plus(new Row(before.kato, figure.findings(), 0L, figure.findings(), 0L, 0L, 0L));
            case RECEIPT_UNKNOWN -> before.plus(new Row(before.kato, 0L, 0L, 0L, figure.findings(), 0L, 0L));
            case NO_LONGER, UNDECIDED, SIGNAL -> before;
        };
    }

    /// The benefits to which somebody between two codes is entitled, as it is now.
    @Transactional(readOnly = true)
    public Map<Topic, Row> benefits(int lo, int hi) {
        Map<Topic, Row> rows = new TreeMap<>(java.util.Comparator.comparingInt(Topic::id));
        findings.figures(lo, hi).forEach((topic, states) -> {
            if (topic.kind() == Topic.Kind.BENEFIT) {
                Row row = Row.none(0);
                for (Map.Entry<State, Findings.Figure> each : states.entrySet()) {
                    row = row(row, each.getKey(), each.getValue());
                }
                if (!row.equals(Row.none(0))) {
                    rows.put(topic, row);
                }
            }
        });
        return rows;
    }

    /// A benefit by region, or by district of a region, as it was published.
    public Table published(Topic benefit, int region) {
        Figures.Table known = figures.table(MEASURE + benefit.code(), region);
        Map<Integer, Figures.Row> unknown = new HashMap<>();
        figures.table(UNKNOWN_MEASURE + benefit.code(), region).rows().forEach(row -> unknown.put(row.kato(), row));
        List<Row> rows = new ArrayList<>();
        Row total = new Row(region, null, null, null, null, null, null);
        for (Figures.Row row : known.rows()) {
            Row published = published(row, unknown.get(row.kato()));
            if (row.kato() == region) {
                total = published;
            } else {
                rows.add(published);
            }
        }
        return new Table(List.copyOf(rows), total, known.countedAt());
    }

    /// The benefits of the republic or a region, as they were published.
    public Map<Topic, Row> published(int region) {
        List<String> measures = new ArrayList<>();
        for (Topic benefit : benefits()) {
            measures.add(MEASURE + benefit.code());
            measures.add(UNKNOWN_MEASURE + benefit.code());
        }
        Map<String, Figures.Row> read = figures.rows(measures, region);
        Map<Topic, Row> rows = new TreeMap<>(java.util.Comparator.comparingInt(Topic::id));
        for (Topic benefit : benefits()) {
            Figures.Row row = read.get(MEASURE + benefit.code());
            if (row != null) {
                rows.put(benefit, published(row, read.get(UNKNOWN_MEASURE + benefit.code())));
            }
        }
        return rows;
    }

    private static Row published(Figures.Row row, Figures.@Nullable Row unknown) {
        return new Row(
                row.kato(),
                row.count(Figures.ALL),
                row.count(UNRECEIVED),
                row.count(RECEIVED),
                unknown == null ? null : unknown.count(UNKNOWN),
                row.count(MONTHLY),
                row.count(ONCE));
    }
}
