package kz.shanyraq.bench.nation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.stream.Stream;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.reading.HouseholdReader;
import kz.shanyraq.nation.reading.Rejects;
import kz.shanyraq.nation.reading.Warnings;
import kz.shanyraq.nation.snapshot.Snapshot;
import kz.shanyraq.nation.synthetic.SyntheticNation;

/// The folder of a synthetic nation of one size: its files, as the product's own generator makes them, and the
/// snapshot that the product's own reader makes of them.
record NationData(Path folder, long persons) {

    /// The month of application.
    static final YearMonth MONTH = YearMonth.of(2025, 11);

    /// How many cores may be used.
    static final int THREADS = 2;

    private static final long SEED = 1;
    private static final int MONTHS_OF_INCOME = 6;

    /// The files of the household format.
    Path files() {
        return folder.resolve("data");
    }

    /// The snapshot of them.
    Path snapshot() {
        return folder.resolve("snapshot");
    }

    /// Whether the nation and its snapshot are there.
    boolean isMade() {
        return Files.isDirectory(files()) && Snapshot.isWhole(snapshot());
    }

    /// Makes the nation and its snapshot, unless they are there.
    void make(Progress progress) throws IOException {
        Files.createDirectories(folder);
        if (!Files.isDirectory(files())) {
            new SyntheticNation(
                            new SyntheticNation.Wanted(
                                    persons, SEED, MONTH.atDay(1), MONTHS_OF_INCOME, files(), ".parquet", THREADS),
                            progress)
                    .make();
        }
        if (!Snapshot.isWhole(snapshot())) {
            read("made", snapshot(), progress);
        }
    }

    /// Reads the files into a snapshot, as an assessment does.
    ///
    /// @param work the name of a folder for rows set aside
    HouseholdReader.Counts read(String work, Path snapshot, Progress progress) throws IOException {
        Path aside = Files.createDirectories(folder.resolve(work + ".work"));
        try (var rejects = new Rejects(aside.resolve("rejects.csv"))) {
            return new HouseholdReader(files(), aside, rejects, new Warnings(), progress, MONTH, null).read(snapshot);
        } finally {
            try (Stream<Path> left = Files.list(aside)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(aside);
        }
    }
}
