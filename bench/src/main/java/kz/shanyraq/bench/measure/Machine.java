package kz.shanyraq.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The machine and how busy it is with other things. Other systems than Linux do not tell; there nothing is waited for.
public final class Machine {

    private static final Path STAT = Path.of("/proc/stat");
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int TICKS_A_SECOND = 100;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int MOST_LOOKS = 240;
    private static final double QUIET = 0.04;

    /// CPU seconds that all processes have used since the machine started.
    public static double used() throws IOException {
        if (!Files.exists(STAT)) {
            return 0;
        }
        String[] ticks = first(STAT, "cpu ").trim().split("\\s+", -1);
        long used = 0;
        for (int i = 1; i < Math.min(ticks.length, 9); i++) {
            used += i == IDLE || i == WAITING ? 0 : Long.parseLong(ticks[i]);
        }
        return used / (double) TICKS_A_SECOND;
    }

    /// Waits until nobody else works for a moment, two minutes at most.
    public static void awaitQuiet() throws IOException, InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            double before = used();
            Thread.sleep(LOOK);
            if (used() - before < QUIET * cores() * LOOK.toMillis() / 1000) {
                return;
            }
        }
    }

    /// The processor's name.
    public static String cpu() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        return Files.exists(file) ? after(first(file, "model name")) : System.getProperty("os.arch");
    }

    /// How many processors there are.
    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// Memory in GiB, rounded.
    public static long memoryGb() throws IOException {
        Path file = Path.of("/proc/meminfo");
        return Files.exists(file)
                ? Math.round(Long.parseLong(first(file, "MemTotal").replaceAll("\\D", "")) / (1024.0 * 1024))
                : 0;
    }

    /// The operating system.
    public static String os() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version");
    }

    /// The most resident memory this process had so far, in MiB; 0 where the system does not tell.
    public static long peakMb() throws IOException {
        return peakMb(ProcessHandle.current().pid());
    }

    /// The most resident memory a process had so far, in MiB; 0 where the system does not tell, or it has ended.
    public static long peakMb(long process) throws IOException {
        Path file = Path.of("/proc/" + process + "/status");
        String digits = Files.exists(file) ? first(file, "VmHWM").replaceAll("\\D", "") : "";
        return digits.isEmpty() ? 0 : Long.parseLong(digits) / 1024;
    }

    private static String first(Path file, String beginning) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElse("");
    }

    private static String after(String line) {
        return line.substring(line.indexOf(':') + 1).trim();
    }

    private Machine() {}
}
