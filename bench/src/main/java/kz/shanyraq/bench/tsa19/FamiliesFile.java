package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kz.shanyraq.bench.measure.Pieces;
import kz.shanyraq.bench.tsa19.ParquetColumns.Decoder;

/// `families.parquet`, read into the columns of all families, without their members.
final class FamiliesFile {

    private static final List<String> COLUMNS = List.of("family_id", "region", "cattle", "sheep", "land");

    /// Reads the file, row groups by several threads.
    static Households read(Path path, Decoder decoder, int threads) throws Exception {
        try (var file = new ParquetColumns(path, decoder, COLUMNS)) {
            var all = new Households(file.rowsBefore(file.groups()), 0);
            all.families = all.familyId.length;
            Pieces.share(threads, file.groups(), () -> new Reader(file.again(), all));
            return all;
        }
    }

    private record Reader(ParquetColumns file, Households all) implements Pieces.Bench {

        @Override
        public void take(int group) throws IOException {
            int at = file.rowsBefore(group);
            file.read(
                    group,
                    List.of(
                            (values, count, row) -> System.arraycopy(values, 0, all.familyId, at + row, count),
                            (values, count, row) -> ParquetColumns.narrow(values, count, all.region, at + row),
                            (values, count, row) -> ParquetColumns.narrow(values, count, all.cattle, at + row),
                            (values, count, row) -> ParquetColumns.narrow(values, count, all.sheep, at + row),
                            (values, count, row) -> land(values, count, at + row)));
        }

        private void land(int[] values, int count, int at) {
            for (int i = 0; i < count; i++) {
                all.land[at + i] = (char) values[i];
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private FamiliesFile() {}
}
