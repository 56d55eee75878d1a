package kz.shanyraq.bench.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.run.BlockRun;
import kz.shanyraq.nation.snapshot.Snapshot;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NationEntrantTest {

    @TempDir
    static Path folder;

    static NationData data = new NationData(Path.of(""), 0);

    @BeforeAll
    static void makeTheNation() throws Exception {
        data = new NationData(folder.resolve("nation"), 3_000);
        data.make(Progress.silent());
    }

    @Test
    void all_entrants_of_a_work_come_to_the_same() throws Exception {
        var checksums = new EnumMap<Entrant.Task, Long>(Entrant.Task.class);
        for (Entrant entrant : Entrant.values()) {
            try (var contender = entrant.open(data)) {
                contender.run();
                long first = contender.checksum();
                contender.run();
                assertThat(contender.checksum())
                        .as("the second run of %s", entrant)
                        .isEqualTo(first);
                Long other = checksums.putIfAbsent(entrant.task, first);
                assertThat(first).as("%s", entrant).isEqualTo(other == null ? first : other);
            }
        }
    }

    @Test
    void a_decision_is_kept_with_all_its_reasons() throws Exception {
        Deciding deciding = Deciding.rules(data, EnumSet.allOf(Benefit.class), true);
        deciding.run();
        var catalogue = new Catalogue(NationData.MONTH, Figures.shipped());
        var run = new BlockRun(catalogue, catalogue.inForce(), java.util.List.of(), false);
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        try (Snapshot snapshot = Snapshot.open(data.snapshot())) {
            var h = new Households();
            snapshot.read(0, h);
            run.run(h);
            int at = 0;
            for (Kept kept : deciding.kept().getFirst()) {
                for (int row = 0; row < kept.size(); row++, at++) {
                    same(kept, row, run.rows, at);
                    outcomes.merge(kept.outcome(row), 1, Integer::sum);
                }
            }
            assertThat(at).isEqualTo(run.rows.size);
        }
        assertThat(outcomes).containsOnlyKeys(Outcome.values());
    }

    private static void same(Kept kept, int row, Assessments rows, int at) {
        assertThat(Map.of(
                        "benefit", kept.benefit.ordinal(),
                        "family", kept.family(row),
                        "person", kept.person(row),
                        "unmet", kept.unmet(row),
                        "missing", kept.missing(row),
                        "kind", kept.kind(row),
                        "monthly", kept.monthly(row),
                        "once", kept.once(row)))
                .isEqualTo(Map.of(
                        "benefit", (int) rows.benefit[at],
                        "family", rows.family[at],
                        "person", (int) rows.person[at],
                        "unmet", rows.unmet[at],
                        "missing", rows.missing[at],
                        "kind", Kind.values()[rows.kind[at]],
                        "monthly", rows.monthly[at],
                        "once", rows.once[at]));
    }

    @Test
    void explanations_derived_again_are_equal() throws Exception {
        Deciding deciding = Deciding.rules(data, EnumSet.allOf(Benefit.class), true);
        deciding.run();
        Rederived rederived = Rederived.compare(data, deciding.kept(), 1_000);
        assertThat(rederived.different()).isZero();
        assertThat(rederived.explanations()).isGreaterThan(rederived.families());
    }

    @Test
    void a_difference_would_be_found() throws Exception {
        Deciding withoutReasons = Deciding.rules(data, EnumSet.allOf(Benefit.class), false);
        withoutReasons.run();
        withoutReasons.each(kept -> java.util.Arrays.fill(kept.monthly, 7));
        Rederived rederived = Rederived.compare(data, withoutReasons.kept(), 1_000);
        assertThat(rederived.different()).isEqualTo(rederived.explanations());
    }
}
