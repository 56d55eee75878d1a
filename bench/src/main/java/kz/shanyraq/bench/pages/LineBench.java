package kz.shanyraq.bench.pages;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import kz.shanyraq.bench.measure.Results;

/// What the pages of an office take on the line and the telephone of a village, and what they weigh.
public final class LineBench {

    private static final double BUSY = 0.5;

    /// Opens an office and looks at its pages.
    ///
    /// @param home the project
    /// @param office its data folder; a new one is filled with the population of the demo
    /// @param demo village, region or nation
    /// @throws IOException if the office does not open, or there is no Chromium
    public static Results run(Path home, Path office, String demo) throws IOException, InterruptedException {
        String busy = busy();
        try (OpenOffice opened = OpenOffice.open(home, office, demo)) {
            Map<String, Long> size = new LinkedHashMap<>();
            size.put("rounds", (long) VillageLine.ROUNDS);
            return Results.today(
                    "line",
                    home,
                    "as ./shanyraq starts it, population of the demo " + demo,
                    size,
                    "",
                    VillageLine.measured(opened.address(), OpenOffice.PASSWORD, busy));
        }
    }

    /// A word about others who use the machine; empty where nobody does.
    private static String busy() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load <= BUSY
                ? ""
                : String.format(Locale.ROOT, "others used the machine: load %.1f before the measurement", load);
    }

    private LineBench() {}
}
