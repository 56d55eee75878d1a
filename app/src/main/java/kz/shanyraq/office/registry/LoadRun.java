package kz.shanyraq.office.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kz.shanyraq.nation.Progress;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.transaction.support.TransactionTemplate;

/// One file on its way into the registry. A reader copies portions into two staging tables by turns; the loader takes
/// one portion
/// after another, each in a transaction that also counts it. Whatever is killed when: what is counted is there, what is
/// not
/// counted is not.
final class LoadRun {

    private static final int TURNS = 2;

    private record Portion(
            int turn,
            long read,
            List<LoadReject> rejects,
            @Nullable RuntimeException failure) {}

    private final DataSource source;
    private final TransactionTemplate transaction;
    private final Intakes intakes;
    private final Progress progress;

    LoadRun(DataSource source, TransactionTemplate transaction, Intakes intakes, Progress progress) {
        this.source = source;
        this.transaction = transaction;
        this.intakes = intakes;
        this.progress = progress;
    }

    /// Takes the rows of a file that are not taken in yet.
    void run(LoadPart part, LoadRows rows, LoadStep step, int portion) {
        String staging = "registry_staging.rows_%d_".formatted(part.intake());
        BlockingQueue<Integer> free = new ArrayBlockingQueue<>(TURNS);
        BlockingQueue<Portion> full = new ArrayBlockingQueue<>(TURNS + 1);
        for (int turn = 0; turn < TURNS; turn++) {
            free.add(turn);
        }
        make(staging, rows.columns());
        Thread reader = Thread.ofPlatform().name("intake-reader").start(() -> read(rows, staging, portion, free, full));
        try {
            while (true) {
                Portion next = full.take();
                if (next.failure != null) {
                    throw next.failure;
                }
                if (next.read == 0) {
                    break;
                }
                transaction.executeWithoutResult(status -> {
                    LoadTally tally = step.take(part, staging + next.turn);
                    intakes.reject(part.intake(), next.rejects);
                    intakes.count(
                            part.intake(), next.read, tally.plus(new LoadTally(0, 0, 0, 0, 0, next.rejects.size())));
                });
                progress.done(next.read);
                free.add(next.turn);
            }
            drop(staging);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The load was interrupted; it goes on where it stopped when it is begun again.", stopped);
        } finally {
            reader.interrupt();
            join(reader);
        }
    }

    private static void join(Thread reader) {
        try {
            reader.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(
            LoadRows rows, String staging, int portion, BlockingQueue<Integer> free, BlockingQueue<Portion> full) {
        try (Connection connection = source.getConnection()) {
            while (true) {
                int turn = free.take();
                var rejects = new ArrayList<LoadReject>();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("truncate " + staging + turn);
                }
                CopyIn copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy %s%d from stdin (format binary)".formatted(staging, turn));
                long read;
                try {
                    var out = new LoadCopy(copy);
                    read = rows.read(out, portion, rejects);
                    out.end();
                } finally {
                    if (copy.isActive()) {
                        copy.cancelCopy();
                    }
                }
                full.put(new Portion(turn, read, rejects, null));
                if (read == 0) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (SQLException broken) {
            full.add(new Portion(
                    0,
                    0,
                    List.of(),
                    new IllegalStateException(
                            "Rows could not be copied into the database: " + broken.getMessage(), broken)));
        } catch (RuntimeException broken) {
            full.add(new Portion(0, 0, List.of(), broken));
        }
    }

    private void make(String staging, String columns) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (int turn = 0; turn < TURNS; turn++) {
                statement.execute("drop table if exists " + staging + turn);
                statement.execute("create unlogged table %s%d (%s)".formatted(staging, turn, columns));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The staging table could not be made: " + broken.getMessage(), broken);
        }
    }

    private void drop(String staging) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (int turn = 0; turn < TURNS; turn++) {
                statement.execute("drop table if exists " + staging + turn);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The staging table could not be dropped: " + broken.getMessage(), broken);
        }
    }
}
