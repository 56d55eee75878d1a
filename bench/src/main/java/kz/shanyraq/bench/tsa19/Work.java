package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of one size of the work: the nation as two Parquet files and as a snapshot, and what contenders write.
record Work(Path folder, int families) {

    /// How many cores the contenders may use.
    static final int THREADS = 2;

    /// `families.parquet`.
    Path familiesFile() {
        return folder.resolve("families.parquet");
    }

    /// `persons.parquet`.
    Path personsFile() {
        return folder.resolve("persons.parquet");
    }

    /// `nation.snapshot`.
    Path snapshot() {
        return folder.resolve("nation.snapshot");
    }

    /// Where a contender writes its decisions.
    Path decisions(String contender) {
        return folder.resolve("decisions-" + contender + ".parquet");
    }

    /// Makes the data, unless they are there.
    void make() throws IOException {
        Path made = folder.resolve("made-" + families);
        if (!Files.exists(made)) {
            Files.createDirectories(folder);
            InputFiles.write(families, InputFiles.ROW_GROUP, familiesFile(), personsFile());
            Snapshot.write(families, snapshot());
            Files.createFile(made);
        }
    }

    /// All families with their members, in memory.
    Households resident() throws IOException {
        try (var snapshot = Snapshot.map(snapshot())) {
            var all = new Households(families, snapshot.persons);
            snapshot.read(0, families, all);
            return all;
        }
    }

    /// The families' ids.
    int[] familyIds() throws IOException {
        try (var snapshot = Snapshot.map(snapshot())) {
            return snapshot.familyIds();
        }
    }

    /// The right decisions, for contenders that only read and write.
    Decisions known() throws IOException {
        var known = new Decisions(families);
        var block = new Households(OnSnapshot.BLOCK, 0);
        try (var snapshot = Snapshot.map(snapshot())) {
            for (int from = 0; from < families; from += OnSnapshot.BLOCK) {
                int to = Math.min(families, from + OnSnapshot.BLOCK);
                snapshot.read(from, to, block);
                Assistance.assess(block, 0, to - from, Rates.law(), known, from);
            }
        }
        return known;
    }
}
