package kz.shanyraq.bench.nation;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kz.shanyraq.bench.measure.Pieces;
import kz.shanyraq.nation.snapshot.Snapshot;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;

/// Explanations derived again: for each decision of the first families, the explanation that the batch would write
/// beside it is compared, step by step, with one that is derived later from the family alone, by a catalogue made anew;
/// and both with the codes that were kept.
///
/// @param families how many were looked at
/// @param explanations how many were compared
/// @param different how many of them are not equal
/// @param seconds for both explanations of all of them
record Rederived(long families, long explanations, long different, double seconds) {

    /// Compares.
    ///
    /// @param kept the decisions of a batch
    /// @param most how many families at most
    static Rederived compare(NationData data, List<List<Kept>> kept, long most) throws Exception {
        var batch = new Explainer(new Catalogue(NationData.MONTH, Figures.shipped()));
        var later = new Explainer(new Catalogue(NationData.MONTH, Figures.shipped()));
        var explanations = new AtomicLong();
        var different = new AtomicLong();
        long start = System.nanoTime();
        try (Snapshot snapshot = Snapshot.open(data.snapshot())) {
            int blocks = 0;
            long families = 0;
            while (blocks < snapshot.blocks() && families < most) {
                families += snapshot.familiesOf(blocks++);
            }
            Pieces.share(NationData.THREADS, blocks, () -> {
                var h = new Households();
                return block -> {
                    snapshot.read(block, h);
                    var alone = new Households[h.families];
                    for (Kept rows : kept.get(block)) {
                        for (int row = 0; row < rows.size(); row++) {
                            int f = rows.family(row);
                            alone[f] = alone[f] == null ? h.only(f) : alone[f];
                            int person = rows.person(row);
                            int p = person < 0 ? -1 : h.firstPerson[f] + person;
                            Explanation then = batch.explain(h, f, p, rows.benefit);
                            Explanation now = later.explain(alone[f], 0, person, rows.benefit);
                            different.addAndGet(then.equals(now) && agrees(rows, row, now) ? 0 : 1);
                        }
                        explanations.addAndGet(rows.size());
                    }
                };
            });
            return new Rederived(families, explanations.get(), different.get(), (System.nanoTime() - start) / 1e9);
        }
    }

    private static boolean agrees(Kept rows, int row, Explanation now) {
        return rows.outcome(row) == now.outcome()
                && rows.kind(row) == now.kind()
                && rows.monthly(row) == now.monthly()
                && rows.once(row) == now.once()
                && rows.unmet(row) == bits(now)
                && Explainer.facts(rows.missing(row)).equals(now.missing());
    }

    private static int bits(Explanation explanation) {
        return explanation.unmet().stream()
                .mapToInt(ground -> 1 << ground.ordinal())
                .sum();
    }
}
