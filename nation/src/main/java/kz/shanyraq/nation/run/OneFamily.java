package kz.shanyraq.nation.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.reading.FactSources;
import kz.shanyraq.nation.reading.HouseholdReader;
import kz.shanyraq.nation.reading.Rejects;
import kz.shanyraq.nation.reading.Warnings;
import kz.shanyraq.nation.snapshot.Ids;
import kz.shanyraq.nation.snapshot.Snapshot;
import kz.shanyraq.policy.household.Households;

/// One family of a data set, read with the same checks as the nation.
///
/// @param household the family as a block of one
/// @param personIds the ids of its persons, in the order of the rows
/// @param names how to name them: their names where the file has them, else their ids
/// @param sources who told which fact, where the data say so
/// @param rejects the family's rejected rows, as sentences
public record OneFamily(
        String id,
        Households household,
        List<String> personIds,
        List<String> names,
        FactSources sources,
        List<String> rejects) {

    /// Reads a family; null if the data set has none of that id.
    ///
    /// @throws kz.shanyraq.nation.files.Unreadable if the data cannot be read
    public static @org.jspecify.annotations.Nullable OneFamily read(Path data, String id, YearMonth month) {
        try {
            Path work = Files.createTempDirectory("shanyraq-family-");
            try {
                return read(data, id, month, work);
            } finally {
                remove(work);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("A temporary folder cannot be used.", broken);
        }
    }

    private static @org.jspecify.annotations.Nullable OneFamily read(Path data, String id, YearMonth month, Path work)
            throws IOException {
        Path file = work.resolve("snapshot");
        Path rejectsFile = work.resolve("rejects.csv");
        Map<String, String> names;
        try (var rejects = new Rejects(rejectsFile)) {
            var reader = new HouseholdReader(data, work, rejects, new Warnings(), Progress.silent(), month, id);
            if (reader.read(file).families() == 0) {
                return null;
            }
            names = reader.names();
        }
        var household = new Households();
        var ids = new Ids();
        try (Snapshot snapshot = Snapshot.open(file)) {
            snapshot.read(0, household);
            snapshot.readIds(0, new Ids(), ids);
        }
        var personIds = new ArrayList<String>();
        var called = new ArrayList<String>();
        for (int p = 0; p < household.persons; p++) {
            String person = ids.text(p);
            String name = names.getOrDefault(person, "");
            personIds.add(person);
            called.add(name.isEmpty() ? person : name);
        }
        List<String> rejected = Files.exists(rejectsFile)
                ? Files.readAllLines(rejectsFile).stream().skip(1).toList()
                : List.of();
        return new OneFamily(id, household, personIds, called, FactSources.read(data, id, personIds), rejected);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
