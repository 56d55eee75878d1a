package kz.shanyraq.bench.nation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import kz.shanyraq.bench.measure.Contender;
import kz.shanyraq.bench.measure.Pieces;
import kz.shanyraq.nation.run.BlockRun;
import kz.shanyraq.nation.snapshot.Snapshot;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;

/// From the mapped snapshot to decisions kept in memory, in fresh arrays at each run. The floor reads the same blocks
/// and copies known decisions.
final class Deciding implements Contender {

    private final NationData data;
    private final Set<Benefit> benefits;
    private final boolean withReasons;
    private final boolean floor;
    private final Catalogue catalogue = new Catalogue(NationData.MONTH, Figures.shipped());
    private List<List<Kept>> known = List.of();
    private List<List<Kept>> kept = List.of();

    private Deciding(NationData data, Set<Benefit> benefits, boolean withReasons, boolean floor) {
        this.data = data;
        this.benefits = EnumSet.copyOf(benefits);
        this.withReasons = withReasons;
        this.floor = floor;
        this.benefits.retainAll(catalogue.inForce());
    }

    /// With the rules.
    ///
    /// @param withReasons whether reasons are kept
    static Deciding rules(NationData data, Set<Benefit> benefits, boolean withReasons) {
        return new Deciding(data, benefits, withReasons, false);
    }

    /// Without the rules.
    static Deciding floor(NationData data, Set<Benefit> benefits) throws Exception {
        Deciding rules = rules(data, benefits, true);
        rules.run();
        var floor = new Deciding(data, benefits, true, true);
        floor.known = rules.kept;
        return floor;
    }

    @Override
    public void run() throws Exception {
        try (Snapshot snapshot = Snapshot.open(data.snapshot())) {
            var into = new ArrayList<List<Kept>>();
            for (int block = 0; block < snapshot.blocks(); block++) {
                into.add(List.of());
            }
            Pieces.share(NationData.THREADS, snapshot.blocks(), () -> bench(snapshot, into));
            kept = into;
        }
    }

    private Pieces.Bench bench(Snapshot snapshot, List<List<Kept>> into) {
        var h = new Households();
        var run = new BlockRun(catalogue, benefits, List.of(), false);
        var masks = new Kept.Masks();
        return block -> {
            snapshot.read(block, h);
            if (floor) {
                into.set(block, known.get(block).stream().map(Kept::copy).toList());
            } else {
                run.run(h);
                into.set(block, keep(run.rows, masks));
            }
        };
    }

    private List<Kept> keep(Assessments rows, Kept.Masks masks) {
        var all = new ArrayList<Kept>();
        for (int from = 0; from < rows.size; ) {
            int to = from;
            while (to < rows.size && rows.benefit[to] == rows.benefit[from]) {
                to++;
            }
            all.add(Kept.of(rows, from, to, withReasons, masks));
            from = to;
        }
        return all;
    }

    /// The decisions of the last run, block by block and benefit by benefit.
    List<List<Kept>> kept() {
        return kept;
    }

    /// Gives each part of the decisions of the last run.
    void each(Consumer<Kept> consumer) {
        kept.forEach(block -> block.forEach(consumer));
    }

    @Override
    public long checksum() throws IOException {
        long sum = 0;
        for (int block = 0; block < kept.size(); block++) {
            for (Kept part : kept.get(block)) {
                sum += part.checksum(block);
            }
        }
        return sum;
    }
}
