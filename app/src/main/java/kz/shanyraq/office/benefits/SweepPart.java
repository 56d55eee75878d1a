package kz.shanyraq.office.benefits;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import kz.shanyraq.office.benefits.FoundRows.Level;
import kz.shanyraq.office.benefits.FoundRows.Row;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Writes what was found of a part's families, in one transaction: what holds as before is not touched, what is new is
/// added, what no longer holds is closed, and the counts of the districts move by the same.
final class SweepPart {

    private static final int FETCH = 10_000;

    /// Where the scales of a held level begin.
    private static final int FIRST_SCALE = 5;

    private static final String BETWEEN = "family_id between ? and ?";

    private static final String LISTED = "family_id = any (?)";

    private static final String HELD = """
            select family_id, topic, coalesce(person_id, 0), state, monthly, once, missing, kato
            from benefits.finding where until is null and %s
            order by family_id, topic, person_id nulls first
            """;

    private static final String LEVELS = """
            select family_id, coalesce(points, -1), coalesce(level, ''), kato, coalesce(economic, -1), coalesce(health, -1), coalesce(housing, -1),
                coalesce(social, -1), coalesce(education, -1), due
            from benefits.wellbeing where until is null and %s
            order by family_id
            """;

    private static final String CLOSING = """
            create temp table if not exists closing (family_id bigint, topic smallint, person_id bigint) on commit delete rows
            """;

    private static final String CLOSE = """
            update benefits.finding f set until = ? from closing c
            where c.topic > 0 and f.family_id = c.family_id and f.topic = c.topic and f.person_id is not distinct from c.person_id and f.until is null
            """;

    private static final String CLOSE_LEVELS = """
            update benefits.wellbeing w set until = ? from closing c where c.topic = 0 and w.family_id = c.family_id and w.until is null
            """;

    // COPY does not reach tables with row-level security, so that rows go through these.
    private static final String ADDING = """
            create temp table if not exists adding (family_id bigint, topic smallint, person_id bigint, state smallint, monthly integer, once integer,
                missing bigint, kato integer) on commit delete rows
            """;

    private static final String ADD = """
            insert into benefits.finding (family_id, topic, person_id, state, monthly, once, missing, kato, since)
            select family_id, topic, person_id, state, monthly, once, missing, kato, ? from adding
            """;

    private static final String ADDING_LEVELS = """
            create temp table if not exists adding_level (family_id bigint, kato integer, points smallint, level text, before text, economic smallint,
                health smallint, housing smallint, social smallint, education smallint, due integer) on commit delete rows
            """;

    private static final String ADD_LEVELS = """
            insert into benefits.wellbeing (family_id, kato, points, level, before, economic, health, housing, social, education, due, since)
            select family_id, kato, points, level, before, economic, health, housing, social, education, due, ? from adding_level
            """;

    private static final String COUNT = """
            insert into benefits.figure (kato, topic, state, findings, monthly, once) values (?, ?, ?, ?, ?, ?)
            on conflict (kato, topic, state) do update set findings = figure.findings + excluded.findings,
                monthly = figure.monthly + excluded.monthly, once = figure.once + excluded.once
            """;

    private static final String COUNT_LEVELS = """
            insert into benefits.level_figure (kato, level, families) values (?, ?, ?)
            on conflict (kato, level) do update set families = level_figure.families + excluded.families
            """;

    private static final String COUNT_SCALES = """
            insert into benefits.scale_figure (kato, scale, points, families) values (?, ?, ?, ?)
            on conflict (kato, scale, points) do update set families = scale_figure.families + excluded.families
            """;

    /// What became of the findings of a part.
    ///
    /// @param found findings that hold: added, changed and same together
    record Tally(int families, long found, long added, long changed, long gone, long same) {}

    private record Figure(int kato, int topic, int state) {}

    private record LevelFigure(int kato, String level) {}

    private record ScaleFigure(int kato, String scale, int points) {}

    private final Connection connection;
    private final int sweep;
    private final StringBuilder additions = new StringBuilder();
    private final StringBuilder levels = new StringBuilder();
    private final StringBuilder closings = new StringBuilder();
    private final Map<Figure, long[]> figures = new HashMap<>();
    private final Map<LevelFigure, Long> levelFigures = new HashMap<>();
    private final Map<ScaleFigure, Long> scaleFigures = new HashMap<>();
    private long added;
    private long changed;
    private long gone;
    private long same;

    /// A writer of parts, on a connection of its own whose transactions its caller ends.
    SweepPart(Connection connection, int sweep) {
        this.connection = connection;
        this.sweep = sweep;
    }

    /// Compares what was found with what is held of the families from one number to another, and writes what differs.
    ///
    /// @param listed the families that were asked for; null for all between the two
    Tally write(FoundRows rows, long from, long to, long @Nullable [] listed) throws SQLException {
        additions.setLength(0);
        levels.setLength(0);
        closings.setLength(0);
        figures.clear();
        levelFigures.clear();
        scaleFigures.clear();
        added = 0;
        changed = 0;
        gone = 0;
        same = 0;
        findings(rows, from, to, listed);
        wellbeing(rows, from, to, listed);
        if (closings.length() > 0) {
            execute(CLOSING);
            copy("copy closing (family_id, topic, person_id) from stdin", closings);
            ofSweep(CLOSE);
            ofSweep(CLOSE_LEVELS);
        }
        if (additions.length() > 0) {
            execute(ADDING);
            copy("copy adding from stdin", additions);
            ofSweep(ADD);
        }
        if (levels.length() > 0) {
            execute(ADDING_LEVELS);
            copy("copy adding_level from stdin", levels);
            ofSweep(ADD_LEVELS);
        }
        count();
        return new Tally(rows.levels.size(), added + changed + same, added, changed, gone, same);
    }

    private void findings(FoundRows rows, long from, long to, long @Nullable [] listed) throws SQLException {
        try (PreparedStatement statement = held(HELD, from, to, listed);
                ResultSet held = statement.executeQuery()) {
            int at = 0;
            boolean more = held.next();
            while (more || at < rows.findings.size()) {
                Row row = at < rows.findings.size() ? rows.findings.get(at) : null;
                int order = row == null ? 1 : more ? order(row, held) : -1;
                if (row == null || order > 0) {
                    close(held);
                    gone++;
                    more = held.next();
                } else if (order < 0) {
                    add(row);
                    added++;
                    at++;
                } else {
                    if (equal(row, held)) {
                        same++;
                    } else {
                        close(held);
                        add(row);
                        changed++;
                    }
                    at++;
                    more = held.next();
                }
            }
        }
    }

    private PreparedStatement held(String sql, long from, long to, long @Nullable [] listed) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.formatted(listed == null ? BETWEEN : LISTED));
        statement.setFetchSize(FETCH);
        if (listed == null) {
            statement.setLong(1, from);
            statement.setLong(2, to);
        } else {
            statement.setObject(
                    1,
                    Arrays.stream(listed).filter(id -> id >= from && id <= to).toArray());
        }
        return statement;
    }

    private static int order(Row row, ResultSet held) throws SQLException {
        int order = Long.compare(row.family(), held.getLong(1));
        if (order == 0) {
            order = Integer.compare(row.topic(), held.getInt(2));
        }
        return order == 0 ? Long.compare(row.person(), held.getLong(3)) : order;
    }

    private static boolean equal(Row row, ResultSet held) throws SQLException {
        return row.state() == held.getInt(4)
                && row.monthly() == held.getInt(5)
                && row.once() == held.getInt(6)
                && row.missing() == held.getLong(7)
                && row.kato() == held.getInt(8);
    }

    private void add(Row row) {
        additions.append(row.family()).append('\t').append(row.topic()).append('\t');
        person(additions, row.person()).append('\t');
        additions
                .append(row.state())
                .append('\t')
                .append(row.monthly())
                .append('\t')
                .append(row.once())
                .append('\t')
                .append(row.missing())
                .append('\t')
                .append(row.kato())
                .append('\n');
        move(row.kato(), row.topic(), row.state(), 1, row.monthly(), row.once());
    }

    private void close(ResultSet held) throws SQLException {
        closings.append(held.getLong(1)).append('\t').append(held.getInt(2)).append('\t');
        person(closings, held.getLong(3)).append('\n');
        move(held.getInt(8), held.getInt(2), held.getInt(4), -1, -held.getLong(5), -held.getLong(6));
    }

    private static StringBuilder person(StringBuilder text, long person) {
        return person == FoundRows.WHOLE_FAMILY ? text.append("\\N") : text.append(person);
    }

    private void move(int kato, int topic, int state, long findings, long monthly, long once) {
        long[] sums = figures.computeIfAbsent(new Figure(kato, topic, state), key -> new long[3]);
        sums[0] += findings;
        sums[1] += monthly;
        sums[2] += once;
    }

    private void wellbeing(FoundRows rows, long from, long to, long @Nullable [] listed) throws SQLException {
        try (PreparedStatement statement = held(LEVELS, from, to, listed);
                ResultSet held = statement.executeQuery()) {
            int at = 0;
            boolean more = held.next();
            while (more || at < rows.levels.size()) {
                Level level = at < rows.levels.size() ? rows.levels.get(at) : null;
                long next = level == null ? Long.MAX_VALUE : level.family();
                long there = more ? held.getLong(1) : Long.MAX_VALUE;
                if (level == null || next > there) {
                    closeLevel(held);
                    more = held.next();
                } else if (next < there) {
                    add(level, "");
                    at++;
                } else {
                    boolean still = level.points() == held.getInt(2)
                            && level.level().equals(held.getString(3))
                            && level.kato() == held.getInt(4)
                            && level.due() == held.getInt(FIRST_SCALE + level.scales().length)
                            && Arrays.equals(level.scales(), scales(held));
                    if (!still) {
                        closeLevel(held);
                        add(level, held.getString(3));
                    }
                    at++;
                    more = held.next();
                }
            }
        }
    }

    private void add(Level level, String before) {
        levels.append(level.family()).append('\t').append(level.kato()).append('\t');
        levels.append(level.points() < 0 ? "\\N" : Integer.toString(level.points()))
                .append('\t');
        levels.append(level.level().isEmpty() ? "\\N" : level.level()).append('\t');
        levels.append(before.isEmpty() ? "\\N" : before);
        for (byte points : level.scales()) {
            levels.append('\t').append(points < 0 ? "\\N" : Byte.toString(points));
        }
        levels.append('\t').append(level.due()).append('\n');
        move(level.kato(), level.scales(), 1);
        levelFigures.merge(new LevelFigure(level.kato(), level.level()), 1L, Long::sum);
    }

    private void closeLevel(ResultSet held) throws SQLException {
        closings.append(held.getLong(1)).append("\t0\t\\N\n");
        levelFigures.merge(new LevelFigure(held.getInt(4), held.getString(3)), -1L, Long::sum);
        move(held.getInt(4), scales(held), -1);
    }

    private static byte[] scales(ResultSet held) throws SQLException {
        byte[] scales = new byte[FoundRows.SCALES.size()];
        for (int scale = 0; scale < scales.length; scale++) {
            scales[scale] = held.getByte(FIRST_SCALE + scale);
        }
        return scales;
    }

    private void move(int kato, byte[] scales, long families) {
        for (int scale = 0; scale < scales.length; scale++) {
            if (scales[scale] >= 0) {
                scaleFigures.merge(
                        new ScaleFigure(kato, FoundRows.SCALES.get(scale).code(), scales[scale]), families, Long::sum);
            }
        }
    }

    private void ofSweep(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, sweep);
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void copy(String sql, StringBuilder rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        byte[] bytes = rows.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    /// Moves the counts, in one order for all writers, so that none waits for another in a circle.
    private void count() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            for (Figure figure : figures.keySet().stream()
                    .sorted(java.util.Comparator.comparingInt(Figure::kato)
                            .thenComparingInt(Figure::topic)
                            .thenComparingInt(Figure::state))
                    .toList()) {
                long[] sums = java.util.Objects.requireNonNull(figures.get(figure));
                statement.setInt(1, figure.kato);
                statement.setInt(2, figure.topic);
                statement.setInt(3, figure.state);
                statement.setLong(4, sums[0]);
                statement.setLong(5, sums[1]);
                statement.setLong(6, sums[2]);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = connection.prepareStatement(COUNT_SCALES)) {
            for (ScaleFigure figure : scaleFigures.keySet().stream()
                    .sorted(java.util.Comparator.comparingInt(ScaleFigure::kato)
                            .thenComparing(ScaleFigure::scale)
                            .thenComparingInt(ScaleFigure::points))
                    .toList()) {
                statement.setInt(1, figure.kato);
                statement.setString(2, figure.scale);
                statement.setInt(3, figure.points);
                statement.setLong(4, scaleFigures.getOrDefault(figure, 0L));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = connection.prepareStatement(COUNT_LEVELS)) {
            for (LevelFigure figure : levelFigures.keySet().stream()
                    .sorted(java.util.Comparator.comparingInt(LevelFigure::kato).thenComparing(LevelFigure::level))
                    .toList()) {
                statement.setInt(1, figure.kato);
                statement.setString(2, figure.level);
                statement.setLong(3, levelFigures.getOrDefault(figure, 0L));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
