package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The results as a file of JSON, named by its day.
final class Report {

    /// Writes it.
    static Path write(Path folder, Work work, long checksum, List<Result> table) throws Exception {
        var today = LocalDate.now(ZoneOffset.UTC);
        Path file = folder.resolve(today + "-tsa19.json");
        Files.createDirectories(folder);
        Files.writeString(file, """
                {
                  "benchmark": "tsa19",
                  "date": "%s",
                  "commit": "%s",
                  "machine": {"cpu": "%s", "cores": %d, "memory_gb": %d, "os": "%s"},
                  "jdk": "%s",
                  "flags": "%s",
                  "size": %s,
                  "checksum": "%016x",
                  "rows": [
                    %s
                  ]
                }
                """.formatted(
                        today,
                        commit(folder),
                        Machine.cpu(),
                        Machine.cores(),
                        Machine.memoryGb(),
                        Machine.os(),
                        System.getProperty("java.vm.name") + " " + Runtime.version(),
                        String.join(
                                " ",
                                Entrant.SNAPSHOT
                                        .flags()
                                        .subList(1, Entrant.SNAPSHOT.flags().size())),
                        size(work),
                        checksum,
                        table.stream()
                                .map(row -> row.json(floor(row.entrant().task, table)))
                                .collect(Collectors.joining(",\n    "))));
        return file;
    }

    private static String size(Work work) throws IOException {
        try (var snapshot = Snapshot.map(work.snapshot())) {
            return """
                    {"families": %d, "persons": %d, "families_parquet": %d, "persons_parquet": %d, "snapshot": %d}""".formatted(
                            snapshot.families,
                            snapshot.persons,
                            Files.size(work.familiesFile()),
                            Files.size(work.personsFile()),
                            Files.size(work.snapshot()));
        }
    }

    private static String floor(Entrant.Task task, List<Result> table) {
        return table.stream()
                .filter(row -> row.entrant().task == task && row.entrant().floor())
                .map(row -> String.format(Locale.ROOT, "%.4f", row.median()))
                .findFirst()
                .orElse("null");
    }

    private static String commit(Path folder) throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String commit = git.inputReader().readLine();
        return git.waitFor() == 0 && commit != null ? commit : "unknown";
    }

    private Report() {}
}
