package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import kz.shanyraq.bench.measure.Contender;
import kz.shanyraq.bench.measure.Pieces;
import org.jspecify.annotations.Nullable;

/// Ours, from the mapped snapshot to decisions in arrays; the floor copies known decisions instead.
final class OnSnapshot implements Contender {

    /// How many families are read at a time; with their members they fit into a core's cache.
    static final int BLOCK = 8_192;

    private final Work work;
    private final @Nullable Decisions known;
    private final Rates[] rates = Rates.law();
    private Decisions decisions = new Decisions(0);

    private OnSnapshot(Work work, @Nullable Decisions known) {
        this.work = work;
        this.known = known;
    }

    /// With the rule.
    static OnSnapshot rule(Work work) {
        return new OnSnapshot(work, null);
    }

    /// Without the rule.
    static OnSnapshot floor(Work work) throws IOException {
        return new OnSnapshot(work, work.known());
    }

    @Override
    public void run() throws Exception {
        decisions = new Decisions(work.families());
        try (var snapshot = Snapshot.map(work.snapshot())) {
            Pieces.share(Work.THREADS, (snapshot.families + BLOCK - 1) / BLOCK, () -> bench(snapshot, decisions));
        }
    }

    private Pieces.Bench bench(Snapshot snapshot, Decisions into) {
        var block = new Households(BLOCK, 4 * BLOCK);
        return piece -> {
            int from = piece * BLOCK;
            int to = Math.min(snapshot.families, from + BLOCK);
            snapshot.read(from, to, block);
            if (known == null) {
                Assistance.assess(block, 0, to - from, rates, into, from);
            } else {
                into.copy(known, from, to);
            }
        };
    }

    @Override
    public long checksum() throws IOException {
        return Checksum.of(work.familyIds(), decisions, work.families());
    }
}
