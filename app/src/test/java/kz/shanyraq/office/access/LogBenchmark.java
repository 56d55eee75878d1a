package kz.shanyraq.office.access;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.shanyraq.office.database.TestDatabase;

/// How fast the log is written and verified: `LogBenchmark ROWS`. Makes that many rows and verifies them; then
/// sixteen threads append, as pages do, and the
/// time of each is measured.
public final class LogBenchmark {

    private static final int THREADS = 16;
    private static final int APPENDS = 500;

    /// Runs the benchmark and prints what it measured.
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        TestDatabase database = TestDatabase.fresh();
        long began = System.nanoTime();
        var log = new InventedLog(database.admin());
        log.write(LocalDate.of(2026, 1, 1), 10, rows / 160);
        log.close();
        System.out.printf("wrote %,d rows in %.1f s%n", rows / 160 * 160, (System.nanoTime() - began) / 1e9);
        database.asAdmin().sql("vacuum (analyze) access.look").update();
        var verifier = new LogVerifier(database.intake(), Path.of("no-anchors-file"));
        for (int i = 0; i < 3; i++) {
            double cpu = cpuSeconds();
            LogVerification.Report report = verifier.verify(read -> {});
            cpu = cpuSeconds() - cpu;
            System.out.printf(
                    "verified %,d rows in %.1f s: %,d rows/s; %.1f s of processors: %,.0f rows/s for each of them; %d faults%n",
                    report.rows(),
                    report.seconds(),
                    report.rate(),
                    cpu,
                    report.rows() / cpu,
                    report.faults().size());
        }
        DataSource office = database.office();
        office.unwrap(HikariDataSource.class).setMaximumPoolSize(THREADS);
        append(office, 0);
        append(office, 40);
    }

    /// What this process and PostgreSQL's have used.
    private static double cpuSeconds() {
        return Stream.concat(
                                Stream.of(ProcessHandle.current()),
                                ProcessHandle.current().descendants())
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }

    private static void append(DataSource office, int pause) throws Exception {
        try (var connection = office.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select access.set_door('key')");
        }
        Callable<long[]> worker = () -> {
            long[] nanos = new long[APPENDS];
            try (var connection = office.getConnection();
                    var append = connection.prepareStatement(
                            "select access.append_as('key', ?, 'system', null, 'look', 'case_work', null, 'card')")) {
                for (int i = 0; i < APPENDS; i++) {
                    Thread.sleep(pause);
                    append.setInt(1, i + (int) Thread.currentThread().threadId());
                    long began = System.nanoTime();
                    append.execute();
                    nanos[i] = System.nanoTime() - began;
                }
            }
            return nanos;
        };
        try (var workers = Executors.newFixedThreadPool(THREADS)) {
            double cpu = cpuSeconds();
            long began = System.nanoTime();
            List<Future<long[]>> all = workers.invokeAll(java.util.Collections.nCopies(THREADS, worker));
            long[] nanos = new long[THREADS * APPENDS];
            int at = 0;
            for (Future<long[]> each : all) {
                System.arraycopy(each.get(), 0, nanos, at, APPENDS);
                at += APPENDS;
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            Arrays.sort(nanos);
            System.out.printf(
                    "appended by %d threads with pauses of %d ms: %,.0f a second, median %.2f ms, p95 %.2f ms, p99 %.2f ms; %.0f µs of processors each%n",
                    THREADS,
                    pause,
                    nanos.length / seconds,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 95 / 100] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6,
                    (cpuSeconds() - cpu) * 1e6 / nanos.length);
        }
    }

    private LogBenchmark() {}
}
