package kz.shanyraq.nation.run;

import java.util.List;
import java.util.Set;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.signals.Signals;
import kz.shanyraq.policy.wellbeing.Model;
import kz.shanyraq.policy.wellbeing.Wellbeing;

/// Assesses block after block of households, in the columns of one worker. The rows come out in the order of
/// families, benefits and persons.
public final class BlockRun {

    private final Catalogue catalogue;
    private final Set<Benefit> benefits;
    private final List<Model.InForce> models;
    private final boolean withSignals;

    /// The rows of the block assessed last, benefit by benefit.
    public final Assessments rows = new Assessments();

    /// Its wellbeing and signals.
    public final Wellbeing wellbeing = new Wellbeing();

    public final Signals signals = new Signals();

    private int[] order = {};
    private int[] next = {};

    /// A worker.
    ///
    /// @param benefits the benefits to ask, all in force
    /// @param models the models of wellbeing to weigh; may be none
    public BlockRun(Catalogue catalogue, Set<Benefit> benefits, List<Model.InForce> models, boolean withSignals) {
        this.catalogue = catalogue;
        this.benefits = Set.copyOf(benefits);
        this.models = List.copyOf(models);
        this.withSignals = withSignals;
    }

    /// Assesses a block.
    public void run(Households h) {
        rows.clear();
        wellbeing.clear();
        signals.clear();
        for (Benefit benefit : Benefit.values()) {
            if (benefits.contains(benefit)) {
                catalogue.assess(h, benefit, rows);
            }
        }
        for (Model.InForce model : models) {
            model.weigh(h, catalogue.assistance(), wellbeing);
        }
        if (withSignals) {
            signals.detect(h, catalogue.day());
        }
    }

    /// The rows' places in the order of families, benefits, persons: a counting sort by family, since each
    /// benefit's rows are in that order.
    public int[] order(Households h) {
        if (order.length < rows.size) {
            order = new int[rows.family.length];
        }
        if (next.length < h.families + 1) {
            next = new int[h.families + 1];
        }
        java.util.Arrays.fill(next, 0, h.families + 1, 0);
        for (int row = 0; row < rows.size; row++) {
            next[rows.family[row] + 1]++;
        }
        for (int f = 0; f < h.families; f++) {
            next[f + 1] += next[f];
        }
        for (int row = 0; row < rows.size; row++) {
            order[next[rows.family[row]]++] = row;
        }
        return order;
    }
}
