package kz.shanyraq.nation.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.snapshot.Snapshot;
import kz.shanyraq.policy.household.Households;

/// Assesses a snapshot on all cores: ranges of families are taken in turn by the workers, each in columns of
/// its own.
public final class Run {

    private final Snapshot snapshot;
    private final Path work;
    private final int threads;
    private final Progress progress;

    /// A run over a snapshot that keeps its parts in a working directory.
    public Run(Snapshot snapshot, Path work, int threads, Progress progress) {
        this.snapshot = snapshot;
        this.work = work;
        this.threads = threads;
        this.progress = progress;
    }

    /// Makes a worker.
    public interface Workers {
        BlockRun worker();
    }

    /// Does all parts that are not done yet.
    ///
    /// @return how many parts had been done before
    public int run(Workers workers) {
        int parts = parts(snapshot);
        var next = new AtomicInteger();
        var doneBefore = new AtomicInteger();
        progress.begin("Assessing", "families", snapshot.families());
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(pool.submit(() -> {
                    var block = new Households();
                    BlockRun worker = workers.worker();
                    for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                        var file = new PartFile(work, part);
                        if (file.isDone()) {
                            doneBefore.incrementAndGet();
                        } else {
                            file.make(snapshot, first(part), last(snapshot, part), block, worker);
                        }
                        progress.done(families(part));
                    }
                }));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The run was stopped; started again, it goes on from the last part done.", stopped);
        } finally {
            progress.end();
        }
        return doneBefore.get();
    }

    private long families(int part) {
        long families = 0;
        for (int block = first(part); block < last(snapshot, part); block++) {
            families += snapshot.familiesOf(block);
        }
        return families;
    }

    /// The number of parts of a snapshot.
    static int parts(Snapshot snapshot) {
        return (snapshot.blocks() + PartFile.BLOCKS - 1) / PartFile.BLOCKS;
    }

    static int first(int part) {
        return part * PartFile.BLOCKS;
    }

    static int last(Snapshot snapshot, int part) {
        return Math.min(snapshot.blocks(), (part + 1) * PartFile.BLOCKS);
    }
}
