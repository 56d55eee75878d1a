package kz.shanyraq.bench.nation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import kz.shanyraq.bench.measure.Contender;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.Table;
import kz.shanyraq.nation.reading.HouseholdReader;
import kz.shanyraq.nation.snapshot.Snapshot;

/// From the Parquet files to a snapshot, as an assessment reads them: every row checked, families in the order of their
/// ids. The floor decodes every column and writes a snapshot that is known.
final class Reading implements Contender {

    private final NationData data;
    private final boolean floor;
    private final Path made;
    private long cells;

    private Reading(NationData data, boolean floor) {
        this.data = data;
        this.floor = floor;
        this.made = data.folder().resolve(floor ? "snapshot.copied" : "snapshot.read");
    }

    /// With checks and order.
    static Reading product(NationData data) {
        return new Reading(data, false);
    }

    /// Without.
    static Reading floor(NationData data) {
        return new Reading(data, true);
    }

    @Override
    public void run() throws IOException {
        if (floor) {
            for (Path file : HouseholdReader.filesOf(data.files())) {
                decode(file);
            }
            Files.copy(data.snapshot(), made, StandardCopyOption.REPLACE_EXISTING);
            try (var channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        } else {
            data.read("reading", made, Progress.silent());
        }
    }

    private void decode(Path file) {
        try (Table table = Table.open(file)) {
            Batch batch = table.choose(table.columns());
            while (table.read(batch)) {
                cells += (long) batch.rows * table.columns().size();
            }
        }
    }

    /// The numbers of what the snapshot holds; the bytes are compared by [NationBench].
    @Override
    public long checksum() {
        try (Snapshot snapshot = Snapshot.open(made)) {
            return snapshot.families() * 1_000_003 + snapshot.persons() * 31 + snapshot.incomes();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(made);
    }
}
