package kz.shanyraq.bench.tsa19;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A row of the table: what an entrant's runs took, in seconds for all families.
record Result(Entrant entrant, List<Double> runs, double cpu, long peakMb, double bytesPerFamily) {

    /// What came out of a lane.
    static Result of(Lane lane, int families) {
        double scale = families / (double) lane.entrant().decides(families);
        List<Timing> runs = lane.runs();
        return new Result(
                lane.entrant(),
                runs.stream().map(run -> run.seconds() * scale).toList(),
                median(runs.stream().map(run -> run.cpu() * scale).toList()),
                runs.stream().mapToLong(Timing::peakMb).max().orElse(0),
                median(runs.stream()
                        .map(run -> run.allocated() * scale / families)
                        .toList()));
    }

    /// The middle one of the runs.
    double median() {
        return median(runs);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// As a line of the table.
    String line() {
        return String.format(
                Locale.ROOT,
                "%-34s %-24s %8.3f %8.3f %8.3f %8.2f %7d %9.2f",
                entrant.task.title,
                entrant.contender,
                median(),
                runs.stream().min(Double::compare).orElseThrow(),
                runs.stream().max(Double::compare).orElseThrow(),
                cpu,
                peakMb,
                bytesPerFamily);
    }

    /// The head of the table.
    static String head() {
        return String.format(
                "%-34s %-24s %8s %8s %8s %8s %7s %9s",
                "work", "contender", "median s", "min", "max", "cpu s", "peak MB", "B/family");
    }

    /// As an object of JSON.
    ///
    /// @param floor the seconds of the same work without the rule; "null" where there is none
    String json(String floor) {
        return String.format(
                Locale.ROOT,
                """
                {"work": "%s", "contender": "%s", "unit": "s", "median": %.4f, "min": %.4f, "max": %.4f, "runs": [%s], \
                "cpu": %.3f, "peak_mb": %d, "bytes_per_family": %.2f, "floor": %s, "note": "%s"}""",
                entrant.task.title,
                entrant.contender,
                median(),
                runs.stream().min(Double::compare).orElseThrow(),
                runs.stream().max(Double::compare).orElseThrow(),
                runs.stream()
                        .map(run -> String.format(Locale.ROOT, "%.4f", run))
                        .collect(Collectors.joining(", ")),
                cpu,
                peakMb,
                bytesPerFamily,
                floor,
                entrant.note);
    }
}
