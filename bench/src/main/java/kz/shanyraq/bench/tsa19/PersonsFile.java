package kz.shanyraq.bench.tsa19;

import static kz.shanyraq.bench.tsa19.Households.ABLE;
import static kz.shanyraq.bench.tsa19.Households.DISABILITY;
import static kz.shanyraq.bench.tsa19.Households.EMPLOYED;
import static kz.shanyraq.bench.tsa19.Households.REGISTERED;
import static kz.shanyraq.bench.tsa19.Households.STUDYING;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kz.shanyraq.bench.measure.Pieces;
import kz.shanyraq.bench.tsa19.ParquetColumns.Decoder;
import kz.shanyraq.bench.tsa19.ParquetColumns.Sink;

/// `persons.parquet`, read by row groups and joined to the families: both files are sorted by family. The first and the
/// last family of a row group may continue in another; they wait in the [Seams].
final class PersonsFile {

    private static final List<String> COLUMNS =
            List.of("family_id", "disab", "able", "employed", "studying", "registered", "age", "inc0", "inc1", "inc2");

    /// What is done with families that have been read; by several threads.
    interface Rule {

        /// Decides the families `from` to `to - 1` of a block.
        ///
        /// @param row the place of the first of them among all families
        void decide(Households block, int from, int to, int row);
    }

    /// Reads the file, row groups by several threads, and has every family decided.
    ///
    /// @param all the families without their members
    static void decide(Path path, Households all, Decoder decoder, int threads, Rule rule) throws Exception {
        try (var file = new ParquetColumns(path, decoder, COLUMNS)) {
            var seams = new Seams(file.groups());
            var decided = new AtomicInteger();
            Rule counting = (block, from, to, row) -> {
                rule.decide(block, from, to, row);
                decided.addAndGet(to - from);
            };
            Pieces.share(threads, file.groups(), () -> new Reader(file.again(), all, seams, counting));
            seams.decide(all, counting);
            if (decided.get() != all.families) {
                throw new IOException(
                        "Of %d families only %d have members in %s. Maybe the files are not of one nation."
                                .formatted(all.families, decided.get(), path));
            }
        }
    }

    private static final class Reader implements Pieces.Bench {
        private final ParquetColumns file;
        private final Households all;
        private final Seams seams;
        private final Rule rule;
        private final Households block = new Households(0, 0);
        private int[] familyOf = {};
        private final List<Sink> sinks = List.of(
                (values, count, row) -> System.arraycopy(values, 0, familyOf, row, count),
                (values, count, row) -> disability(values, count, row),
                (values, count, row) -> truth(values, count, row, ABLE),
                (values, count, row) -> truth(values, count, row, EMPLOYED),
                (values, count, row) -> truth(values, count, row, STUDYING),
                (values, count, row) -> truth(values, count, row, REGISTERED),
                (values, count, row) -> age(values, count, row),
                (values, count, row) -> System.arraycopy(values, 0, block.wage, row, count),
                (values, count, row) -> System.arraycopy(values, 0, block.pension, row, count),
                (values, count, row) -> System.arraycopy(values, 0, block.alimony, row, count));

        private Reader(ParquetColumns file, Households all, Seams seams, Rule rule) {
            this.file = file;
            this.all = all;
            this.seams = seams;
            this.rule = rule;
        }

        @Override
        public void take(int group) throws IOException {
            int persons = file.rows(group);
            block.reservePersons(persons);
            familyOf = familyOf.length < persons ? new int[persons] : familyOf;
            file.read(group, sinks);
            int row = block.join(persons, familyOf, all);
            int last = block.families - 1;
            rule.decide(block, 1, Math.max(1, last), row + 1);
            seams.keep(group, block.family(0), last > 0 ? block.family(last) : null);
        }

        private void disability(int[] values, int count, int row) {
            for (int i = 0; i < count; i++) {
                block.status[row + i] = (byte) (values[i] << DISABILITY);
            }
        }

        private void truth(int[] values, int count, int row, int bit) {
            for (int i = 0; i < count; i++) {
                block.status[row + i] |= (byte) (values[i] << bit);
            }
        }

        private void age(int[] values, int count, int row) {
            for (int i = 0; i < count; i++) {
                block.age[row + i] = (short) values[i];
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private PersonsFile() {}
}
