package kz.shanyraq.bench.one;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.bench.measure.Results;
import kz.shanyraq.bench.measure.Row;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs [OneFamily] by JMH, in one process for each benchmark and family.
public final class OneBench {

    private static final List<String> FLAGS = List.of(
            "-Xmx512m", "-XX:+UseParallelGC", "-XX:FreqInlineSize=600", "--sun-misc-unsafe-memory-access=allow");

    /// How long is measured.
    ///
    /// @param warmUps seconds of warm-up
    /// @param rounds seconds that are measured, one a round
    public record Size(int warmUps, int rounds) {

        /// The work as it is told.
        public static final Size FULL = new Size(8, 9);

        /// To see that everything runs.
        public static final Size SMALL = new Size(1, 1);
    }

    private enum Work {
        ANSWER("answer", "answer alone, a sheet"),
        EXPLANATION("explanation", "full explanation, an object"),
        WITH_FLIP("explanationWithFlip", "explanation with the smallest change"),
        TEXT("textInThreeLanguages", "the same as text in three languages");

        private final String method;
        private final String title;

        Work(String method, String title) {
            this.method = method;
            this.title = title;
        }

        private @Nullable Double goal(double percentile) {
            return switch (this) {
                case EXPLANATION -> percentile == 50 ? 2.0 : 5.0;
                case TEXT -> 1000.0;
                case ANSWER, WITH_FLIP -> null;
            };
        }

        private static Work of(RunResult result) {
            String benchmark = result.getParams().getBenchmark();
            for (Work work : values()) {
                if (benchmark.endsWith("." + work.method)) {
                    return work;
                }
            }
            throw new IllegalArgumentException(benchmark);
        }
    }

    /// Runs all benchmarks.
    ///
    /// @param home the project
    public static Results run(Path home, Size size) throws RunnerException, IOException, InterruptedException {
        Options options = new OptionsBuilder()
                .include(OneFamily.class.getName() + "\\.")
                .forks(1)
                .jvmArgs(FLAGS.toArray(String[]::new))
                .warmupIterations(size.warmUps)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(size.rounds)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.NORMAL)
                .output(Files.createDirectories(home.resolve("bench/target"))
                        .resolve("jmh.log")
                        .toString())
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        var rows = new TreeMap<String, List<Row>>();
        for (RunResult result : results) {
            Work work = Work.of(result);
            String family = result.getParams().getParam("family").toLowerCase(Locale.ROOT);
            rows.put(
                    work.ordinal() + family,
                    List.of(row(result, work, family, 50, "p50"), row(result, work, family, 99, "p99")));
        }
        return Results.today(
                "one",
                home,
                String.join(" ", FLAGS),
                Map.of("seconds of each", (long) size.rounds),
                "",
                rows.values().stream().flatMap(List::stream).toList());
    }

    private static Row row(RunResult result, Work work, String family, double percentile, String name) {
        var runs = new ArrayList<Double>();
        result.getBenchmarkResults().forEach(fork -> {
            for (IterationResult round : fork.getIterationResults()) {
                runs.add(round.getPrimaryResult().getStatistics().getPercentile(percentile));
            }
        });
        return new Row(
                work.title,
                family + ", " + name,
                "µs",
                runs,
                null,
                work.goal(percentile),
                null,
                "%d calls timed one by one".formatted(result.getPrimaryResult().getSampleCount()));
    }

    private OneBench() {}
}
