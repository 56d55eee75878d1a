package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import kz.shanyraq.bench.measure.Contender;
import kz.shanyraq.bench.measure.Pieces;
import org.jspecify.annotations.Nullable;

/// Ours, the rule alone: all columns are in memory, and the arrays of the decisions too. The floor reads every column
/// and
/// copies known decisions.
final class InMemory implements Contender {

    private final int threads;
    private final Households all;
    private final Decisions decisions;
    private final @Nullable Decisions known;
    private final Rates[] rates = Rates.law();
    private final AtomicLong read = new AtomicLong();

    private InMemory(Work work, int threads, @Nullable Decisions known) throws IOException {
        this.threads = threads;
        this.all = work.resident();
        this.decisions = new Decisions(work.families());
        this.known = known;
    }

    /// With the rule, on one core.
    static InMemory oneCore(Work work) throws IOException {
        return new InMemory(work, 1, null);
    }

    /// With the rule, on all cores.
    static InMemory allCores(Work work) throws IOException {
        return new InMemory(work, Work.THREADS, null);
    }

    /// Without the rule, on all cores.
    static InMemory floor(Work work) throws IOException {
        return new InMemory(work, Work.THREADS, work.known());
    }

    @Override
    public void run() throws Exception {
        int block = OnSnapshot.BLOCK;
        Pieces.share(threads, (all.families + block - 1) / block, () -> piece -> {
            int from = piece * block;
            int to = Math.min(all.families, from + block);
            if (known == null) {
                Assistance.assess(all, from, to, rates, decisions, from);
            } else {
                read.addAndGet(all.sum(from, to));
                decisions.copy(known, from, to);
            }
        });
    }

    @Override
    public long checksum() {
        return Checksum.of(all.familyId, decisions, all.families);
    }
}
