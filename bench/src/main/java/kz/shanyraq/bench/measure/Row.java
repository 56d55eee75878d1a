package kz.shanyraq.bench.measure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row of a table of results.
///
/// @param work what is done, from where to where
/// @param contender by whom or how
/// @param unit of the figures, such as s
/// @param runs one figure a round
/// @param floor what the same work takes without any rule; null where there is none
/// @param goal what it may take at most; null where nothing was promised
/// @param cost what a run used besides time; null where that was not measured
/// @param note what limits or explains the figure
public record Row(
        String work,
        String contender,
        String unit,
        List<Double> runs,
        @Nullable Double floor,
        @Nullable Double goal,
        @Nullable Cost cost,
        String note) {

    /// What a run used besides time.
    ///
    /// @param cpu seconds of all cores together
    /// @param peakMb the most resident memory of the process, in MiB
    /// @param bytesPerFamily Java memory allocated for a family
    public record Cost(double cpu, long peakMb, double bytesPerFamily) {}

    /// A row from the timings of a lane.
    ///
    /// @param scale by which times are scaled to all families
    public static Row of(
            String work,
            String contender,
            List<Timing> timings,
            double scale,
            long families,
            @Nullable Double floor,
            @Nullable Double goal,
            String note) {
        var cost = new Cost(
                median(timings.stream().map(run -> run.cpu() * scale).toList()),
                timings.stream().mapToLong(Timing::peakMb).max().orElse(0),
                median(timings.stream()
                        .map(run -> run.allocated() * scale / families)
                        .toList()));
        List<Double> seconds =
                timings.stream().map(run -> run.seconds() * scale).toList();
        return new Row(work, contender, "s", seconds, floor, goal, cost, note);
    }

    /// A row with one figure that needs no rounds, such as a number of bytes.
    public static Row counted(String work, String contender, String unit, double figure, String note) {
        return new Row(work, contender, unit, List.of(figure), null, null, null, note);
    }

    /// The same row with the most that was promised.
    public Row withGoal(double goal) {
        return new Row(work, contender, unit, runs, floor, goal, cost, note);
    }

    /// The same row without what was promised.
    Row withoutGoal() {
        return new Row(work, contender, unit, runs, floor, null, cost, note);
    }

    /// The middle one of the runs.
    public double median() {
        return median(runs);
    }

    /// The least of the runs.
    public double least() {
        return runs.stream().min(Double::compare).orElseThrow();
    }

    /// The largest of the runs.
    public double most() {
        return runs.stream().max(Double::compare).orElseThrow();
    }

    /// The middle of some figures.
    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// As a line of a table on the terminal.
    public String line() {
        return String.format(
                Locale.ROOT,
                "%-42s %-36s %12.4f %12.4f %12.4f %-8s %s",
                work,
                contender,
                median(),
                least(),
                most(),
                unit,
                goal == null ? "" : "goal %s: %s".formatted(plain(goal), median() <= goal ? "met" : "MISSED"));
    }

    /// The head of such a table.
    public static String head() {
        return String.format("%-42s %-36s %12s %12s %12s %s", "work", "contender", "median", "min", "max", "unit");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /// As an object of JSON.
    String json() {
        var json = new StringBuilder();
        json.append(String.format(
                Locale.ROOT,
                """
                {"work": %s, "contender": %s, "unit": %s, "median": %.4f, "min": %.4f, "max": %.4f, "runs": [%s]""",
                Json.text(work),
                Json.text(contender),
                Json.text(unit),
                median(),
                least(),
                most(),
                runs.stream()
                        .map(run -> String.format(Locale.ROOT, "%.4f", run))
                        .collect(Collectors.joining(", "))));
        if (cost != null) {
            json.append(String.format(
                    Locale.ROOT,
                    ", \"cpu\": %.3f, \"peak_mb\": %d, \"bytes_per_family\": %.2f",
                    cost.cpu,
                    cost.peakMb,
                    cost.bytesPerFamily));
        }
        json.append(", \"floor\": ").append(floor == null ? "null" : String.format(Locale.ROOT, "%.4f", floor));
        json.append(", \"goal\": ").append(goal == null ? "null" : plain(goal));
        return json.append(", \"note\": ").append(Json.text(note)).append('}').toString();
    }
}
