package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.bench.measure.Lane;
import kz.shanyraq.bench.measure.Results;
import kz.shanyraq.bench.measure.Row;
import kz.shanyraq.bench.measure.Runner;
import org.jspecify.annotations.Nullable;

/// The common work TSA19: all entrants in turn, round after round (A B C, A B C, …), so that whatever the machine does
/// befalls them alike.
public final class Tsa19 {

    private static final int LEAST_WARM_UP = 2;

    /// How much is done.
    ///
    /// @param warmUp of each entrant
    /// @param patient whether runs wait until nobody else uses the machine
    public record Size(int families, int rounds, Duration warmUp, boolean patient) {

        /// The work as it is told.
        public static final Size FULL = new Size(6_000_000, 9, Duration.ofSeconds(8), true);

        /// To see that everything runs.
        public static final Size SMALL = new Size(50_000, 2, Duration.ofMillis(500), false);
    }

    /// Makes the data if they are not there and lets all entrants run.
    ///
    /// @param home the project
    /// @param folder where the data are made, once
    /// @throws IllegalStateException if the contenders do not agree on the decisions
    public static Results run(Path home, Path folder, Size size) throws Exception {
        var work = new Work(folder.toAbsolutePath().resolve("tsa19-" + size.families), size.families);
        work.make();
        var lanes = new ArrayList<Lane<Entrant>>();
        try {
            String cold = ClassPath.prepare(work.folder().resolve("classpath"));
            for (Entrant entrant : Entrant.values()) {
                lanes.add(new Lane<>(entrant, runner(entrant, work, cold)));
            }
            var expected = new Expected(work);
            for (Lane<Entrant> lane : lanes) {
                lane.warmUp(size.warmUp, LEAST_WARM_UP);
                expected.check(lane);
            }
            for (int round = 1; round <= size.rounds; round++) {
                for (Lane<Entrant> lane : lanes) {
                    lane.run(size.patient);
                }
                System.err.printf("tsa19: round %d of %d is done.%n", round, size.rounds);
            }
            for (Lane<Entrant> lane : lanes) {
                expected.check(lane);
            }
            return Results.today(
                    "tsa19", home, flags(), size(work), String.format("%016x", expected.checksum()), rows(lanes, work));
        } finally {
            for (Lane<Entrant> lane : lanes) {
                lane.close();
            }
        }
    }

    private static List<Row> rows(List<Lane<Entrant>> lanes, Work work) {
        return lanes.stream()
                .map(lane -> {
                    Entrant entrant = lane.entrant();
                    return Row.of(
                            entrant.task.title,
                            entrant.contender,
                            lane.runs(),
                            work.families() / (double) entrant.decides(work.families()),
                            work.families(),
                            floor(entrant.task, lanes),
                            null,
                            entrant.note);
                })
                .toList();
    }

    private static @Nullable Double floor(Entrant.Task task, List<Lane<Entrant>> lanes) {
        for (Lane<Entrant> lane : lanes) {
            if (lane.entrant().task == task && lane.entrant().floor()) {
                return Row.of("", "", lane.runs(), 1, 1, null, null, "").median();
            }
        }
        return null;
    }

    private static Map<String, Long> size(Work work) throws IOException {
        var size = new LinkedHashMap<String, Long>();
        try (var snapshot = Snapshot.map(work.snapshot())) {
            size.put("families", (long) snapshot.families);
            size.put("persons", (long) snapshot.persons);
        }
        size.put("bytes of families.parquet", Files.size(work.familiesFile()));
        size.put("bytes of persons.parquet", Files.size(work.personsFile()));
        size.put("bytes of the snapshot", Files.size(work.snapshot()));
        return size;
    }

    /// The flags that all entrants share; each has a heap of its own size.
    private static String flags() {
        List<String> flags = Entrant.SNAPSHOT.flags();
        return String.join(" ", flags.subList(1, flags.size()));
    }

    private static Runner runner(Entrant entrant, Work work, String cold) throws Exception {
        if (!entrant.cold()) {
            return new Runner.Warm(command(entrant, work, System.getProperty("java.class.path"), List.of()));
        }
        Runner.Opening opening = () -> entrant.opening.open(work);
        if (entrant != Entrant.COLD_AOT) {
            return new Runner.Cold(command(entrant, work, cold, List.of()), opening);
        }
        Path cache = work.folder().resolve("ours.aot");
        Files.deleteIfExists(cache);
        new ProcessBuilder(command(entrant, work, cold, List.of("-XX:AOTCacheOutput=" + cache)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return new Runner.Cold(command(entrant, work, cold, List.of("-XX:AOTCache=" + cache)), opening);
    }

    private static List<String> command(Entrant entrant, Work work, String classPath, List<String> flags) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(entrant.flags());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, Worker.class.getName(), entrant.name()));
        command.addAll(List.of(work.folder().toString(), Integer.toString(work.families())));
        if (entrant.cold()) {
            command.add("once");
        }
        return command;
    }

    private Tsa19() {}
}
