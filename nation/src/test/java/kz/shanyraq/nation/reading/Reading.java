package kz.shanyraq.nation.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.files.CsvText;
import kz.shanyraq.nation.snapshot.Ids;
import kz.shanyraq.nation.snapshot.Snapshot;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.Households;
import org.jspecify.annotations.Nullable;

/// What was read from a directory of household data of at most one block, for tests.
public record Reading(
        HouseholdReader.Counts counts,
        List<Reject> rejects,
        List<String> warnings,
        Households households,
        List<String> families,
        List<String> persons) {

    /// A row of `rejects.csv`.
    public record Reject(String file, long line, String column, String value, String reason) {

        /// Where the row is and what was wrong, without the reason.
        public String where() {
            return "%s:%d %s=%s".formatted(file, line, column, value);
        }
    }

    /// Reads a directory, for an assessment in January 2025.
    public static Reading of(Path data) {
        return of(data, null);
    }

    /// Reads one family of a directory.
    public static Reading of(Path data, @Nullable String family) {
        try {
            Path work = Files.createTempDirectory("reading-");
            Path rejected = work.resolve("rejects.csv");
            Path file = work.resolve("snapshot");
            var warnings = new Warnings();
            HouseholdReader.Counts counts;
            try (var rejects = new Rejects(rejected)) {
                counts = new HouseholdReader(
                                data, work, rejects, warnings, Progress.silent(), YearMonth.of(2025, 1), family)
                        .read(file);
            }
            var reading = of(counts, rejected, warnings, file);
            try (var left = Files.list(work)) {
                List<Path> files = left.filter(path -> !path.equals(rejected) && !path.equals(file))
                        .toList();
                if (!files.isEmpty()) {
                    throw new IllegalStateException("Left behind: " + files);
                }
            }
            return reading;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Reading of(HouseholdReader.Counts counts, Path rejected, Warnings warnings, Path file) {
        var households = new Households();
        var families = new Ids();
        var persons = new Ids();
        try (Snapshot snapshot = Snapshot.open(file)) {
            if (snapshot.blocks() > 0) {
                snapshot.read(0, households);
                snapshot.readIds(0, families, persons);
            }
            households.coverage = snapshot.coverage();
        }
        return new Reading(
                counts, rejects(rejected), warnings.sentences(), households, texts(families), texts(persons));
    }

    private static List<Reject> rejects(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        return CsvText.of(file).stream()
                .skip(1)
                .map(row -> new Reject(row.get(0), Long.parseLong(row.get(1)), row.get(2), row.get(3), row.get(4)))
                .toList();
    }

    private static List<String> texts(Ids ids) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < ids.size; i++) {
            texts.add(ids.text(i));
        }
        return texts;
    }

    /// What the data cover.
    public Coverage coverage() {
        return households.coverage;
    }

    /// Whether a row of a family was rejected, so that it is not assessed.
    public boolean isFlagged(String family) {
        return households.rejected[families.indexOf(family)] != 0;
    }

    /// The families that are not assessed.
    public List<String> flagged() {
        return families.stream().filter(this::isFlagged).toList();
    }

    /// Where the rejected rows are, and which cells were wrong.
    public List<String> rejected() {
        return rejects.stream().map(Reject::where).toList();
    }
}
