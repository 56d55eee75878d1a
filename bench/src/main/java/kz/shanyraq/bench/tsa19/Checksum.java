package kz.shanyraq.bench.tsa19;

import java.nio.file.Path;
import java.util.List;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.Table;
import kz.shanyraq.nation.files.Vector;

/// One number for the decisions about all families, whatever their order: the sum of the mixed rows. All contenders
/// must
/// come to the same before their times are compared.
final class Checksum {

    private static final List<String> COLUMNS = List.of("family_id", "eligible", "reason", "amount", "type");

    /// A row's part of the sum.
    static long row(long familyId, boolean eligible, long reason, long amount, long type) {
        long codes = (eligible ? 1 : 0) | reason << 1 | type << 3;
        return Nation.mix(Nation.mix(familyId << 8 | codes) + amount);
    }

    /// Of decisions about the first families, in arrays.
    static long of(int[] familyId, Decisions d, int families) {
        long sum = 0;
        for (int i = 0; i < families; i++) {
            sum += row(familyId[i], d.reason[i] == 0, d.reason[i], d.amount[i], d.type[i]);
        }
        return sum;
    }

    /// Of decisions in a Parquet file, read by the reader of `nation`, which is not the one that competes.
    static long of(Path file) {
        long sum = 0;
        try (var table = Table.open(file)) {
            Batch batch = table.choose(COLUMNS);
            while (table.read(batch)) {
                for (int i = 0; i < batch.rows; i++) {
                    sum += row(
                            cell(batch, 0, i),
                            cell(batch, 1, i) == 1,
                            cell(batch, 2, i),
                            cell(batch, 3, i),
                            cell(batch, 4, i));
                }
            }
        }
        return sum;
    }

    private static long cell(Batch batch, int column, int row) {
        Vector cells = batch.column(column);
        if (cells.empty[row]) {
            throw new IllegalArgumentException("The decision in row %d has an empty cell.".formatted(row));
        }
        return cells.longs[row];
    }

    private Checksum() {}
}
