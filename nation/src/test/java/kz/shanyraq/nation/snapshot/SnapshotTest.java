package kz.shanyraq.nation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A snapshot is read as it was written.
class SnapshotTest {

    @TempDir
    private Path folder;

    private static Ids ids(String prefix, int size) {
        var ids = new Ids();
        for (int i = 0; i < size; i++) {
            byte[] id = (prefix + "Ә" + i).getBytes(StandardCharsets.UTF_8);
            ids.add(id, 0, id.length);
        }
        return ids;
    }

    /// A block with another value in every cell of every column.
    private static Households block(int families, long seed) {
        var random = new Random(seed);
        var h = new Households();
        int persons = 3 * families;
        h.resize(families, persons, 2 * persons, families, families / 2);
        for (int f = 0; f <= families; f++) {
            h.firstPerson[f] = 3 * f;
            h.firstLivestock[f] = f;
            h.firstPlot[f] = f / 2;
        }
        for (int p = 0; p <= persons; p++) {
            h.firstIncome[p] = 2 * p;
        }
        for (Column column : Column.values()) {
            if (column.held()) {
                for (int row = 0; row < h.rows(column.file()); row++) {
                    column.set(h, row, random.nextLong());
                }
            }
        }
        for (int f = 0; f < families; f++) {
            h.rejected[f] = (byte) random.nextInt(128);
        }
        for (int p = 0; p < persons; p++) {
            h.livesWithFamily[p] = (byte) (random.nextInt(3) - 1);
            h.mother[p] = (short) (random.nextInt(5) - 2);
            h.father[p] = (short) (random.nextInt(5) - 2);
            h.guardian[p] = (short) (random.nextInt(5) - 2);
        }
        return h;
    }

    private static void assertSame(Households read, Households written) {
        for (HouseholdFile file : HouseholdFile.values()) {
            assertThat(read.rows(file)).as(file.code()).isEqualTo(written.rows(file));
        }
        for (Column column : Column.values()) {
            if (column.held()) {
                for (int row = 0; row < written.rows(column.file()); row++) {
                    assertThat(column.get(read, row))
                            .as("%s of row %d", column, row)
                            .isEqualTo(column.get(written, row));
                }
            }
        }
        assertThat(head(read.firstPerson, written.families + 1))
                .isEqualTo(head(written.firstPerson, written.families + 1));
        assertThat(head(read.firstIncome, written.persons + 1))
                .isEqualTo(head(written.firstIncome, written.persons + 1));
        for (int p = 0; p < written.persons; p++) {
            assertThat(read.livesWithFamily[p]).isEqualTo(written.livesWithFamily[p]);
            assertThat(read.mother[p]).isEqualTo(written.mother[p]);
            assertThat(read.father[p]).isEqualTo(written.father[p]);
            assertThat(read.guardian[p]).isEqualTo(written.guardian[p]);
        }
        for (int f = 0; f < written.families; f++) {
            assertThat(read.rejected[f]).isEqualTo(written.rejected[f]);
            assertThat(read.firstLivestock[f]).isEqualTo(written.firstLivestock[f]);
            assertThat(read.firstPlot[f]).isEqualTo(written.firstPlot[f]);
        }
    }

    private static int[] head(int[] array, int length) {
        return Arrays.copyOf(array, length);
    }

    private Path write(Coverage coverage, int... sizes) {
        Path file = folder.resolve("snapshot");
        try (var writer = new SnapshotWriter(file)) {
            for (int size : sizes) {
                writer.add(block(size, size), ids("F", size), ids("P", 3 * size));
            }
            writer.finish(coverage);
        }
        return file;
    }

    @Test
    void blocks_of_any_size_are_read_as_they_were_written() {
        Path file = write(Coverage.FULL, 7, 1, 300, 2);
        var reused = new Households();
        var families = new Ids();
        var persons = new Ids();
        try (Snapshot snapshot = Snapshot.open(file)) {
            assertThat(snapshot.blocks()).isEqualTo(4);
            assertThat(snapshot.families()).isEqualTo(310);
            assertThat(snapshot.persons()).isEqualTo(930);
            assertThat(snapshot.incomes()).isEqualTo(1_860);
            for (int block : new int[] {2, 0, 3, 1}) {
                int size = List.of(7, 1, 300, 2).get(block);
                snapshot.read(block, reused);
                assertSame(reused, block(size, size));
                assertThat(snapshot.familiesOf(block)).isEqualTo(size);
                snapshot.readIds(block, families, persons);
                assertThat(families.size).isEqualTo(size);
                assertThat(families.text(size - 1)).isEqualTo("FӘ" + (size - 1));
                assertThat(persons.text(3 * size - 1)).isEqualTo("PӘ" + (3 * size - 1));
            }
        }
    }

    @Test
    void what_the_data_cover_is_kept() {
        var coverage = new Coverage(
                EnumSet.of(Column.REGION, Column.SOURCE_KIND, Column.CARS),
                false,
                List.of(new Coverage.Asked("*", 24_289, 24_291), new Coverage.Asked("wage", -1, -1)));
        try (Snapshot snapshot = Snapshot.open(write(coverage, 1))) {
            assertThat(snapshot.coverage().columns()).isEqualTo(coverage.columns());
            assertThat(snapshot.coverage().incomes()).isFalse();
            assertThat(snapshot.coverage().asked()).isEqualTo(coverage.asked());
        }
    }

    @Test
    void a_snapshot_without_families_is_whole() {
        Path file = write(Coverage.FULL);
        assertThat(Snapshot.isWhole(file)).isTrue();
        try (Snapshot snapshot = Snapshot.open(file)) {
            assertThat(snapshot.blocks()).isZero();
        }
    }

    @ParameterizedTest(name = "{0} of 100 parts of it")
    @ValueSource(ints = {0, 1, 50, 99})
    void a_snapshot_that_is_cut_off_is_not_whole(int part) throws IOException {
        Path file = write(Coverage.FULL, 50, 50);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(Snapshot.isWhole(file)).isTrue();
        Files.write(file, Arrays.copyOf(bytes, bytes.length * part / 100));
        assertThat(Snapshot.isWhole(file)).isFalse();
        assertThatThrownBy(() -> Snapshot.open(file))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void another_file_is_no_snapshot() throws IOException {
        Path file = folder.resolve("other");
        Files.write(file, new byte[10_000]);
        assertThat(Snapshot.isWhole(file)).isFalse();
        assertThat(Snapshot.isWhole(folder)).isFalse();
        assertThat(Snapshot.isWhole(folder.resolve("nowhere"))).isFalse();
    }
}
