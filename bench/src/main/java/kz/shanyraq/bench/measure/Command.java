package kz.shanyraq.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command of the program that was run as an operator types it.
///
/// @param said what it printed
/// @param seconds from its start to its end
/// @param peakMb the most resident memory of the Java program, in MiB
public record Command(String said, double seconds, long peakMb) {

    /// Runs a command and waits for its end.
    ///
    /// @param home the project
    /// @param words what follows the program's name
    /// @throws IOException if it failed; that rows were rejected, as in an invented nation, is no failure
    public static Command run(Path home, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(home.resolve("shanyraq").toString()));
        command.addAll(List.of(words));
        Path file = Files.createTempFile("shanyraq-bench", ".txt");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start();
        long peak = 0;
        while (!process.waitFor(Duration.ofSeconds(1))) {
            peak = Math.max(peak, peakMb(process.pid()));
        }
        double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        String said = Files.readString(file);
        Files.delete(file);
        if (process.exitValue() > 1) {
            throw new IOException(
                    "%s ended with %d:%n%s".formatted(String.join(" ", command), process.exitValue(), said));
        }
        return new Command(said, seconds, peak);
    }

    /// Makes a nation of so many persons in a folder, unless it is there.
    public static void nation(Path home, Path folder, long persons) throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            run(
                    home,
                    "nation",
                    "--persons",
                    Long.toString(persons),
                    "--seed",
                    "1",
                    "--on",
                    "2025-01-01",
                    "--out",
                    folder.toString());
        }
    }

    /// A number that it printed: the first group of a pattern, digits in groups or with a point; NaN if it is not
    /// there.
    public double number(Pattern pattern) {
        Matcher number = pattern.matcher(said);
        return number.find() ? Double.parseDouble(number.group(1).replace(" ", "")) : Double.NaN;
    }

    private static long peakMb(long process) {
        try {
            return Machine.peakMb(process);
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }
}
