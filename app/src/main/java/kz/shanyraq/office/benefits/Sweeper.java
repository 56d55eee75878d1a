package kz.shanyraq.office.benefits;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.shanyraq.nation.run.BlockRun;
import kz.shanyraq.office.registry.RegisterColumns;
import kz.shanyraq.office.registry.RegisterReader;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.wellbeing.Model;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks the law about the families of the register, and writes down what it found.
///
/// A part of the families is done as a whole or not at all. A sweep that ended in its middle, however that came, goes
/// on: the register is read again as it was known to it, and the parts that are not done are done; so it ends with what
/// it would have found without the interruption.
public final class Sweeper {

    /// Families of a part, unless a test wants smaller ones.
    static final int PART = 65_536;

    private static final int BLOCK = 4_096;

    /// A delivery that concerns more families than these is followed by a sweep over all.
    private static final int MOST_LISTED = 500_000;

    /// One sweep writes at a time, through all programs that use the database: counts move by what a part changed.
    private static final long ALONE = 0x5357_4545_50L;

    private static final String UNFINISHED = """
            select id, month, facts_on, known from benefits.sweep where state in ('running', 'stopped') and delivery is null
            """;
    private static final String OPEN = """
            insert into benefits.sweep (month, facts_on, known, delivery, editions, officer)
            values (:month, :on, :known, :delivery, :editions::jsonb, :officer) returning id
            """;
    private static final String AGAIN = """
            update benefits.sweep set state = 'running', message = null, officer = coalesce(:officer, officer),
                resumed_at = clock_timestamp(), beat_at = clock_timestamp(), read_at = null, assessed_before = assessed
            where id = :id
            """;
    private static final String READ = """
            update benefits.sweep set families = :families, parts = :parts, read_at = coalesce(read_at, clock_timestamp()), beat_at = clock_timestamp()
            where id = :id
            """;
    private static final String PART_DONE = """
            with part as (insert into benefits.sweep_part (sweep, part, families) values (?, ?, ?))
            update benefits.sweep set assessed = assessed + ?, found = found + ?, added = added + ?, changed = changed + ?, gone = gone + ?,
                same = same + ?, beat_at = clock_timestamp()
            where id = ? and state = 'running'
            """;
    private static final String DONE_PARTS = "select part from benefits.sweep_part where sweep = :id";
    private static final String CLOSE = """
            update benefits.sweep set state = :state, message = :message, closed_at = clock_timestamp() where id = :id and state = 'running'
            """;
    private static final String STOP = """
            update benefits.sweep set state = 'stopped', officer = coalesce(:officer, officer) where state = 'running' and delivery is null
            """;
    private static final String WORKS = """
            select exists (select from pg_locks where locktype = 'advisory' and granted and classid::bigint = :key >> 32 and objid::bigint = :key & 4294967295
                and database = (select oid from pg_database where datname = current_database()))
            """;
    /// How sweeps stand; a condition follows.
    static final String REPORTS = """
            select id, month, facts_on, known, delivery, state, coalesce(families, 0) as families, coalesce(parts, 0) as parts, assessed,
                found, added, changed, gone, same, message, opened_at, read_at, closed_at,
                officer, beat_at, resumed_at, assessed_before
            from benefits.sweep
            """;

    /// How the sweep over all families stands that has not come to its end.
    static final String OPEN_REPORT = REPORTS + "where delivery is null and state in ('running', 'stopped')";

    private final DataSource source;
    private final JdbcClient db;
    private final RegisterReader reader;
    private final Path folder;
    private final int threads;
    private final int partSize;

    /// A sweeper over a database.
    ///
    /// @param source connections that see everything
    /// @param folder where the columns of the register may lie while they are used
    public Sweeper(DataSource source, Path folder) {
        this(source, folder, PART);
    }

    Sweeper(DataSource source, Path folder, int partSize) {
        this.partSize = partSize;
        this.source = source;
        this.db = JdbcClient.create(source);
        this.reader = RegisterReader.over(source);
        this.folder = folder;
        this.threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    }

    private record Begun(int id, LocalDate month, LocalDate factsOn, int known) {
        RegisterColumns.Wanted wanted() {
            return new RegisterColumns.Wanted(YearMonth.from(month), factsOn, known);
        }
    }

    /// Sweeps over all families; goes on with a sweep that has not ended.
    ///
    /// @param month the month of application; null for the one after the last for which registers answered
    /// @param officer who asked for it; null for the night and for commands
    /// @throws SweepRefused if another one works, or there is nothing to assess
    public Sweep all(@Nullable YearMonth month, @Nullable UUID officer, Consumer<String> tell) {
        try (Connection lock = source.getConnection()) {
            if (!taken(lock)) {
                throw new SweepRefused("Another sweep works now. Maybe look at its page, and wait.");
            }
            try {
                Begun begun = db.sql(UNFINISHED).query(Begun.class).optional().orElse(null);
                if (begun == null) {
                    begun = begin(month, null, officer);
                } else {
                    tell.accept("Going on with sweep %d of %s …".formatted(begun.id, YearMonth.from(begun.month)));
                    db.sql(AGAIN)
                            .param("officer", officer)
                            .param("id", begun.id)
                            .update();
                }
                return run(begun, tell);
            } finally {
                release(lock);
            }
        } catch (SQLException broken) {
            throw noTurn(broken);
        }
    }

    /// Assesses again the families that a delivery concerns; empty if it concerns none or nothing was ever swept.
    ///
    /// @param many is called instead if it concerns so many that a sweep over all is the shorter way
    public @Nullable Sweep after(int delivery, Runnable many, Consumer<String> tell) {
        YearMonth month = reader.month();
        long[] families = month == null ? new long[0] : reader.concernedBy(delivery);
        if (families.length == 0) {
            return null;
        }
        if (families.length > MOST_LISTED) {
            many.run();
            return null;
        }
        try (Connection lock = source.getConnection()) {
            execute(lock, "select pg_advisory_lock(%d)");
            try {
                return again(begin(month, delivery, null), families, tell);
            } finally {
                release(lock);
            }
        } catch (SQLException broken) {
            throw noTurn(broken);
        }
    }

    private Sweep again(Begun begun, long[] families, Consumer<String> tell) {
        try (RegisterColumns columns = reader.some(begun.wanted(), families, folder)) {
            assess(begun, columns, tell, families);
            return close(begun, "done", null);
        } catch (RuntimeException broken) {
            close(begun, "failed", broken.getMessage());
            throw broken;
        }
    }

    private static IllegalStateException noTurn(SQLException broken) {
        return new IllegalStateException("The sweep cannot take its turn: " + broken.getMessage(), broken);
    }

    /// Whether all families were ever assessed.
    public boolean hasSwept() {
        return db.sql("select exists (select from benefits.sweep where delivery is null and state = 'done')")
                .query(Boolean.class)
                .single();
    }

    /// Whether the families of a delivery were assessed, in this program or another: `load` does that by itself, and
    /// leaves word of the delivery for the office all the same.
    boolean hasAssessed(int delivery) {
        return db.sql("select exists (select from benefits.sweep where delivery = :delivery and state = 'done')")
                .param("delivery", delivery)
                .query(Boolean.class)
                .single();
    }

    /// Asks the sweep that works to stop after the parts that it is at; it can be gone on with.
    public void stop() {
        stop(null);
    }

    /// Asks the sweep that works to stop.
    ///
    /// @param officer who asks for it
    public void stop(@Nullable UUID officer) {
        db.sql(STOP).param("officer", officer).update();
    }

    @Nullable
    Sweep open() {
        return db.sql(OPEN_REPORT).query(Sweep.class).optional().orElse(null);
    }

    /// Whether a sweep works now, in this program or another.
    public boolean works() {
        return db.sql(WORKS).param("key", ALONE).query(Boolean.class).single();
    }

    /// Whether registers have answered for any month, so that there is something to assess.
    public boolean hasFacts() {
        return reader.month() != null;
    }

    private static boolean taken(Connection lock) throws SQLException {
        try (Statement statement = lock.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_lock(%d)".formatted(ALONE))) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void release(Connection lock) throws SQLException {
        execute(lock, "select pg_advisory_unlock(%d)");
    }

    private static void execute(Connection lock, String sql) throws SQLException {
        try (Statement statement = lock.createStatement()) {
            statement.execute(sql.formatted(ALONE));
        }
    }

    private Begun begin(@Nullable YearMonth wanted, @Nullable Integer delivery, @Nullable UUID officer) {
        YearMonth month = wanted == null ? reader.month() : wanted;
        if (month == null) {
            throw new SweepRefused("""
                    No register has answered for any month, so nothing can be assessed.
                    Maybe load household data or the files of registers first: shanyraq load DATA.""");
        }
        LocalDate today = reader.today();
        int known = reader.latest();
        var catalogue = new Catalogue(month, Figures.shipped());
        var editions = new StringBuilder("{");
        for (Benefit benefit : catalogue.inForce()) {
            editions.append(editions.length() == 1 ? "" : ", ")
                    .append("\"%s\": \"%s\"".formatted(benefit.code(), catalogue.edition(benefit)));
        }
        int id = db.sql(OPEN)
                .param("month", month.atDay(1))
                .param("on", today)
                .param("known", known)
                .param("delivery", delivery)
                .param("editions", editions.append('}').toString())
                .param("officer", officer)
                .query(Integer.class)
                .single();
        return new Begun(id, month.atDay(1), today, known);
    }

    private Sweep run(Begun begun, Consumer<String> tell) {
        try {
            tell.accept("Reading the register as of delivery %d …".formatted(begun.known));
            long began = System.nanoTime();
            try (RegisterColumns columns = reader.all(begun.wanted(), folder, sheet -> {})) {
                tell.accept("  %,d families in %.1f s".formatted(columns.families(), seconds(began)));
                assess(begun, columns, tell, null);
            }
            Sweep now = report(begun.id);
            return now.state().equals("stopped") ? now : close(begun, "done", null);
        } catch (RuntimeException broken) {
            // What is done stays done; called again, the sweep goes on.
            db.sql("update benefits.sweep set state = 'stopped', message = :why where id = :id")
                    .param("why", String.valueOf(broken.getMessage()))
                    .param("id", begun.id)
                    .update();
            throw broken;
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private Sweep close(Begun begun, String state, @Nullable String message) {
        db.sql(CLOSE)
                .param("state", state)
                .param("message", message)
                .param("id", begun.id)
                .update();
        return report(begun.id);
    }

    /// How a sweep stands.
    public Sweep report(int id) {
        return db.sql(REPORTS + "where id = :id")
                .param("id", id)
                .query(Sweep.class)
                .single();
    }

    /// @param listed the families that were asked for, of which some may be closed or empty by now; null for all
    private void assess(Begun begun, RegisterColumns columns, Consumer<String> tell, long @Nullable [] listed) {
        int parts = Math.max(1, (columns.families() + partSize - 1) / partSize);
        db.sql(READ)
                .param("families", columns.families())
                .param("parts", parts)
                .param("id", begun.id)
                .update();
        Set<Integer> done = new HashSet<>(
                db.sql(DONE_PARTS).param("id", begun.id).query(Integer.class).list());
        var catalogue = new Catalogue(YearMonth.from(begun.month), Figures.shipped());
        boolean income = catalogue.inForce().contains(Benefit.TARGETED_ASSISTANCE);
        List<Model.InForce> models = income
                ? Model.inForce(begun.month).stream()
                        .filter(model -> model.model() == Model.FAMILY_CARD)
                        .toList()
                : List.of();
        var next = new AtomicInteger();
        long began = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(Math.min(threads, parts))) {
            List<Future<?>> workers = new ArrayList<>();
            for (int thread = 0; thread < Math.min(threads, parts); thread++) {
                workers.add(pool.submit(() -> {
                    var run = new BlockRun(catalogue, catalogue.inForce(), models, true);
                    work(begun, columns, run, next, parts, done, tell, began, listed);
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The sweep ended: " + broken.getMessage(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The sweep was interrupted; called again, it goes on.", stopped);
        }
    }

    private void work(
            Begun begun,
            RegisterColumns columns,
            BlockRun run,
            AtomicInteger next,
            int parts,
            Set<Integer> done,
            Consumer<String> tell,
            long began,
            long @Nullable [] listed)
            throws SQLException {
        var block = new RegisterColumns.Block();
        var rows = new FoundRows();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var writer = new SweepPart(connection, begun.id);
                for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                    if (done.contains(part)) {
                        continue;
                    }
                    int from = part * partSize;
                    int to = Math.min(columns.families(), from + partSize);
                    rows.clear();
                    for (int at = from; at < to; at += BLOCK) {
                        columns.read(at, Math.min(to, at + BLOCK), block);
                        run.run(block.households);
                        rows.add(block, run);
                    }
                    // Numbers without a family between two parts belong to the later one.
                    long first = part == 0 ? (listed == null ? 0 : listed[0]) : columns.family(from - 1) + 1;
                    long last = part < parts - 1
                            ? columns.family(to - 1)
                            : listed == null ? Long.MAX_VALUE : listed[listed.length - 1];
                    SweepPart.Tally tally = writer.write(rows, first, last, listed);
                    if (!finish(connection, begun.id, part, tally)) {
                        connection.rollback();
                        return;
                    }
                    connection.commit();
                    tell.accept("  part %d of %d: %,d families, %,d findings: %,d new, %,d changed, %,d gone (%.0f s)"
                            .formatted(
                                    part + 1,
                                    parts,
                                    tally.families(),
                                    tally.found(),
                                    tally.added(),
                                    tally.changed(),
                                    tally.gone(),
                                    seconds(began)));
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /// Marks a part as done; false if somebody stopped the sweep.
    private static boolean finish(Connection connection, int sweep, int part, SweepPart.Tally tally)
            throws SQLException {
        try (var statement = connection.prepareStatement(PART_DONE)) {
            statement.setInt(1, sweep);
            statement.setInt(2, part);
            statement.setInt(3, tally.families());
            statement.setInt(4, tally.families());
            statement.setLong(5, tally.found());
            statement.setLong(6, tally.added());
            statement.setLong(7, tally.changed());
            statement.setLong(8, tally.gone());
            statement.setLong(9, tally.same());
            statement.setInt(10, sweep);
            return statement.executeUpdate() == 1;
        }
    }

    /// The findings that hold in the whole country, by topic and state.
    public Map<Topic, Map<State, Long>> findings() {
        var found = new TreeMap<Topic, Map<State, Long>>(java.util.Comparator.comparingInt(Topic::id));
        db.sql("select topic, state, sum(findings)::bigint as findings from benefits.figure group by topic, state")
                .query((row, n) -> found.computeIfAbsent(
                                Topic.of(row.getInt(1)), key -> new java.util.EnumMap<>(State.class))
                        .put(State.of(row.getInt(2)), row.getLong(3)))
                .list();
        return found;
    }
}
