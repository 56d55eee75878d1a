package kz.shanyraq.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Work cut into numbered pieces, which platform threads take in order until none is left.
public final class Pieces {

    /// What one thread uses for all the pieces it takes.
    public interface Bench extends AutoCloseable {

        /// Does one piece of the work.
        void take(int piece) throws Exception;

        @Override
        default void close() throws IOException {}
    }

    /// Does all the pieces.
    ///
    /// @param bench makes a thread's own bench; called once in each thread
    public static void share(int threads, int pieces, Callable<Bench> bench) throws Exception {
        var next = new AtomicInteger();
        var running = new ArrayList<Future<?>>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                running.add(pool.submit(() -> {
                    work(bench, next, pieces);
                    return null;
                }));
            }
        }
        for (Future<?> done : running) {
            try {
                done.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            }
        }
    }

    private static void work(Callable<Bench> bench, AtomicInteger next, int pieces) throws Exception {
        try (var mine = bench.call()) {
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                mine.take(piece);
            }
        }
    }

    private Pieces() {}
}
