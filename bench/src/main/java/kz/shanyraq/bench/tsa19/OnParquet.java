package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.nio.file.Path;
import kz.shanyraq.bench.measure.Contender;
import kz.shanyraq.bench.tsa19.ParquetColumns.Decoder;
import org.jspecify.annotations.Nullable;

/// Ours, from the two Parquet files to a Parquet file of decisions; the floor decodes all columns and writes known
/// decisions.
final class OnParquet implements Contender {

    private final Work work;
    private final Decoder decoder;
    private final @Nullable Decisions known;
    private final Path file;
    private final Rates[] rates = Rates.law();

    private OnParquet(Work work, Decoder decoder, @Nullable Decisions known, String name) {
        this.work = work;
        this.decoder = decoder;
        this.known = known;
        this.file = work.decisions(name);
    }

    /// With the rule, all decoded by the library.
    static OnParquet library(Work work) {
        return new OnParquet(work, Decoder.LIBRARY, null, "library");
    }

    /// With the rule, pages decoded by ourselves.
    static OnParquet bulk(Work work) {
        return new OnParquet(work, Decoder.BULK, null, "bulk");
    }

    /// Without the rule.
    static OnParquet floor(Work work) throws IOException {
        return new OnParquet(work, Decoder.BULK, work.known(), "floor");
    }

    @Override
    public void run() throws Exception {
        Households all = FamiliesFile.read(work.familiesFile(), decoder, Work.THREADS);
        Decisions decisions = known == null ? new Decisions(all.families) : known;
        PersonsFile.decide(work.personsFile(), all, decoder, Work.THREADS, (block, from, to, row) -> {
            if (known == null) {
                Assistance.assess(block, from, to, rates, decisions, row);
            }
        });
        DecisionsFile.write(file, all.familyId, decisions, Work.THREADS);
    }

    @Override
    public long checksum() {
        return Checksum.of(file);
    }
}
