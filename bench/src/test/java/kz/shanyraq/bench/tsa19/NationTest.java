package kz.shanyraq.bench.tsa19;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NationTest {

    private static final int FAMILIES = 20_000;

    @Test
    void hasFamiliesOfTheSizeThatTheWorkAsksFor() {
        assertThat(Nation.persons(FAMILIES)).isEqualTo(66_293);
        assertThat(Nation.persons(1_000_000) / 1e6).isEqualTo(3.32, within(0.005));
    }

    @Test
    void isTheSameWhereverItIsBegun() {
        var all = new Nation(1_000);
        all.make(0, 1_000);
        var part = new Nation(100);
        part.make(700, 800);
        int first = all.block.firstPerson[700];
        int end = all.block.firstPerson[800];
        assertThat(Arrays.copyOf(part.block.familyId, 100)).isEqualTo(Arrays.copyOfRange(all.block.familyId, 700, 800));
        assertThat(part.block.persons()).isEqualTo(end - first);
        assertThat(Arrays.copyOf(part.block.wage, end - first))
                .isEqualTo(Arrays.copyOfRange(all.block.wage, first, end));
        assertThat(Arrays.copyOf(part.block.status, end - first))
                .isEqualTo(Arrays.copyOfRange(all.block.status, first, end));
    }

    @Test
    void knowsEveryAnswerOfTheRule() {
        var nation = new Nation(FAMILIES);
        nation.make(0, FAMILIES);
        var decisions = new Decisions(FAMILIES);
        Assistance.assess(nation.block, 0, FAMILIES, Rates.law(), decisions, 0);
        int[] reasons = new int[4];
        int[] types = new int[3];
        for (int f = 0; f < FAMILIES; f++) {
            reasons[decisions.reason[f]]++;
            types[decisions.type[f]]++;
        }
        assertThat(Arrays.stream(reasons)).as("families by reason").allMatch(families -> families > FAMILIES / 100);
        assertThat(Arrays.stream(types)).as("families by type").allMatch(families -> families > FAMILIES / 100);
    }

    @Test
    void comesOutOfItsSnapshotAsItWentIn(@TempDir Path folder) throws Exception {
        var nation = new Nation(1_000);
        nation.make(0, 1_000);
        Snapshot.write(1_000, folder.resolve("nation.snapshot"));
        try (var snapshot = Snapshot.map(folder.resolve("nation.snapshot"))) {
            var block = new Households(1_000, 0);
            snapshot.read(300, 1_000, block);
            var decisions = new Decisions(1_000);
            var same = new Decisions(1_000);
            Assistance.assess(nation.block, 300, 1_000, Rates.law(), decisions, 300);
            Assistance.assess(block, 0, 700, Rates.law(), same, 300);
            assertThat(same.amount).isEqualTo(decisions.amount);
            assertThat(same.reason).isEqualTo(decisions.reason);
        }
    }
}
