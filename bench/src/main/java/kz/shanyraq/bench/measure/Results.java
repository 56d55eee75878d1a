package kz.shanyraq.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The results of one benchmark, kept as a file of JSON that is named by its day.
///
/// @param benchmark its name
/// @param date the day in UTC
/// @param machine on which it ran
/// @param flags of the JVMs that were measured
/// @param size how much was worked on, by what is counted
/// @param checksum of the decisions; empty where there is none
public record Results(
        String benchmark,
        String date,
        String commit,
        Host machine,
        String jdk,
        String flags,
        Map<String, Long> size,
        String checksum,
        List<Row> rows) {

    /// The machine.
    public record Host(String cpu, int cores, long memoryGb, String os) {}

    /// Results of today on this machine.
    ///
    /// @param home the project, whose commit is told
    public static Results today(
            String benchmark, Path home, String flags, Map<String, Long> size, String checksum, List<Row> rows)
            throws IOException, InterruptedException {
        return new Results(
                benchmark,
                LocalDate.now(ZoneOffset.UTC).toString(),
                commit(home),
                new Host(Machine.cpu(), Machine.cores(), Machine.memoryGb(), Machine.os()),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                flags,
                size,
                checksum,
                rows);
    }

    /// The same without goals, for a size that says nothing about them.
    public Results withoutGoals() {
        List<Row> all = rows.stream().map(Row::withoutGoal).toList();
        return new Results(benchmark, date, commit, machine, jdk, flags, size, checksum, all);
    }

    /// Prints the table and writes the file.
    ///
    /// @param folder where files of results are; made if there is none
    public Path publish(Path folder) throws IOException {
        System.out.println(Row.head());
        rows.forEach(row -> System.out.println(row.line()));
        Files.createDirectories(folder);
        Path file = folder.resolve(date + "-" + benchmark + ".json");
        Files.writeString(file, json());
        System.out.println("Written: " + file);
        return file;
    }

    /// As JSON.
    String json() {
        return """
                {
                  "benchmark": %s,
                  "date": %s,
                  "commit": %s,
                  "machine": {"cpu": %s, "cores": %d, "memory_gb": %d, "os": %s},
                  "jdk": %s,
                  "flags": %s,
                  "size": {%s},
                  "checksum": %s,
                  "rows": [
                    %s
                  ]
                }
                """.formatted(
                        Json.text(benchmark),
                        Json.text(date),
                        Json.text(commit),
                        Json.text(machine.cpu),
                        machine.cores,
                        machine.memoryGb,
                        Json.text(machine.os),
                        Json.text(jdk),
                        Json.text(flags),
                        size.entrySet().stream()
                                .map(entry -> Json.text(entry.getKey()) + ": " + entry.getValue())
                                .collect(Collectors.joining(", ")),
                        Json.text(checksum),
                        rows.stream().map(Row::json).collect(Collectors.joining(",\n    ")));
    }

    /// Reads a file of results.
    public static Results read(Path file) throws IOException {
        Map<String, @Nullable Object> json = Json.object(Files.readString(file));
        Map<?, ?> machine = (Map<?, ?>) get(json, "machine");
        var size = new LinkedHashMap<String, Long>();
        ((Map<?, ?>) get(json, "size"))
                .forEach((key, number) -> size.put(String.valueOf(key), ((Double) number).longValue()));
        return new Results(
                text(json, "benchmark"),
                text(json, "date"),
                text(json, "commit"),
                new Host(
                        text(machine, "cpu"),
                        number(machine, "cores").intValue(),
                        number(machine, "memory_gb").longValue(),
                        text(machine, "os")),
                text(json, "jdk"),
                text(json, "flags"),
                size,
                text(json, "checksum"),
                ((List<?>) get(json, "rows"))
                        .stream().map(row -> row((Map<?, ?>) row)).toList());
    }

    private static Row row(Map<?, ?> json) {
        boolean cost = json.containsKey("cpu");
        return new Row(
                text(json, "work"),
                text(json, "contender"),
                text(json, "unit"),
                ((List<?>) get(json, "runs")).stream().map(run -> (Double) run).toList(),
                (Double) json.get("floor"),
                (Double) json.get("goal"),
                cost
                        ? new Row.Cost(
                                number(json, "cpu"),
                                number(json, "peak_mb").longValue(),
                                number(json, "bytes_per_family"))
                        : null,
                text(json, "note"));
    }

    private static Object get(Map<?, ?> json, String key) {
        Object value = json.get(key);
        if (value == null) {
            throw new IllegalArgumentException("The results have no \"%s\".".formatted(key));
        }
        return value;
    }

    private static String text(Map<?, ?> json, String key) {
        return (String) get(json, key);
    }

    private static Double number(Map<?, ?> json, String key) {
        return (Double) get(json, key);
    }

    private static String commit(Path home) throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD")
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String commit = git.inputReader().readLine();
        return git.waitFor() == 0 && commit != null ? commit : "unknown";
    }
}
