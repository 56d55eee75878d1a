package kz.shanyraq.bench.tsa19;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The common work TSA19: all entrants in turn, round after round (A B C, A B C, …), so that whatever the machine does
/// befalls them alike.
///
/// ```
/// mvn -q -Dquick package dependency:build-classpath -Dmdep.outputFile=target/classpath -pl bench -am
/// java -cp bench/target/classes:$(cat bench/target/classpath) kz.shanyraq.bench.tsa19.Tsa19 \
///     bench/target/tsa19 bench/results 6000000 9
/// ```
public final class Tsa19 {

    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final int LEAST_WARM_UP = 2;

    /// Arguments: the folder for the data, the folder for the results, the number of families, the number of rounds.
    public static void main(String[] args) throws Exception {
        run(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }

    /// Makes the data if they are not there, lets all entrants run, prints the table and writes the results.
    ///
    /// @param folder where the data are made, once
    /// @param results where the file of results goes
    /// @throws IllegalStateException if the contenders do not agree on the decisions
    public static void run(Path folder, Path results, int families, int rounds) throws Exception {
        var work = new Work(folder.toAbsolutePath(), families);
        work.make();
        var lanes = new ArrayList<Lane>();
        try {
            String cold = ClassPath.prepare(work.folder().resolve("classpath"));
            for (Entrant entrant : Entrant.values()) {
                lanes.add(new Lane(entrant, runner(entrant, work, cold)));
            }
            var expected = new Expected(work);
            for (Lane lane : lanes) {
                lane.warmUp(WARM_UP, LEAST_WARM_UP);
                expected.check(lane);
            }
            for (int round = 1; round <= rounds; round++) {
                for (Lane lane : lanes) {
                    lane.run();
                }
                System.err.printf("Round %d of %d is done.%n", round, rounds);
            }
            for (Lane lane : lanes) {
                expected.check(lane);
            }
            List<Result> table =
                    lanes.stream().map(lane -> Result.of(lane, families)).toList();
            System.out.println(Result.head());
            table.forEach(row -> System.out.println(row.line()));
            System.out.println("Written: " + Report.write(results, work, expected.checksum(), table));
        } finally {
            for (Lane lane : lanes) {
                lane.close();
            }
        }
    }

    private static Runner runner(Entrant entrant, Work work, String cold) throws Exception {
        if (!entrant.cold()) {
            return new Runner.Warm(command(entrant, work, System.getProperty("java.class.path"), List.of()));
        }
        if (entrant != Entrant.COLD_AOT) {
            return new Runner.Cold(command(entrant, work, cold, List.of()), entrant, work);
        }
        Path cache = work.folder().resolve("ours.aot");
        Files.deleteIfExists(cache);
        new ProcessBuilder(command(entrant, work, cold, List.of("-XX:AOTCacheOutput=" + cache)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return new Runner.Cold(command(entrant, work, cold, List.of("-XX:AOTCache=" + cache)), entrant, work);
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
