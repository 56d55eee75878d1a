package kz.shanyraq.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An entrant and what its runs took.
public record Lane<E>(E entrant, Runner runner, List<Timing> runs) implements AutoCloseable {

    private static final double DISTURBED = 0.08;
    private static final double TICKS = 0.03;

    /// Trials of a run that others disturb; a long run is not done again and again.
    private static final int MOST_TRIALS = 6;

    private static final double LONG = 20;

    /// A lane without runs.
    public Lane(E entrant, Runner runner) {
        this(entrant, runner, new ArrayList<>());
    }

    /// Runs for some time without counting.
    public void warmUp(Duration time, int least) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        for (int run = 0; run < least || System.nanoTime() < end; run++) {
            runner.once();
        }
    }

    /// Runs once and counts it, when nobody else uses the machine. A run that others disturbed is done again; of six
    /// disturbed runs the least disturbed counts. A run of many seconds counts as it comes.
    ///
    /// @param patient whether to wait at all; if not, the run counts as it comes
    public void run(boolean patient) throws Exception {
        if (!patient) {
            runs.add(runner.once());
            return;
        }
        Timing chosen = null;
        double least = Double.MAX_VALUE;
        for (int trial = 0; trial < MOST_TRIALS && least > 0; trial++) {
            Machine.awaitQuiet();
            double used = Machine.used();
            Timing timing = runner.once();
            double others = Machine.used() - used - timing.cpu();
            boolean quiet = others < TICKS + DISTURBED * timing.seconds() * Machine.cores() || timing.seconds() > LONG;
            double share = quiet ? 0 : others / timing.seconds();
            if (share < least) {
                least = share;
                chosen = timing;
            }
        }
        if (chosen != null) {
            runs.add(chosen);
        }
    }

    @Override
    public void close() throws IOException {
        runner.close();
    }
}
