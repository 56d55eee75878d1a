package kz.shanyraq.office.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import kz.shanyraq.cli.OfficeCommands.Finding;
import kz.shanyraq.office.database.DataFolder;
import kz.shanyraq.office.database.DatabaseFindings;
import kz.shanyraq.office.database.Unreachable;
import org.jspecify.annotations.Nullable;

/// What the doctor looks at for the office: its data folder, its database, its copies, and what its build needs.
record Examination(DataFolder data) {

    private static final int OLDEST_NODE = 20;
    private static final Duration OLDEST_COPY = Duration.ofDays(7);
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    /// All of it, in the order in which it is needed.
    ///
    /// @param port the port of the pages
    List<Finding> findings(int port) {
        var findings = new ArrayList<Finding>();
        String url = OfficeCommand.url();
        if (url == null && !data.hasCluster()) {
            findings.add(new Finding(
                    "Database",
                    DatabaseFindings.ownServerFits(),
                    DatabaseFindings.ownServerFits()
                            ? "none in %s yet; shanyraq up makes it".formatted(data.path())
                            : "a database of our own is for Linux on x86-64",
                    "Set SHANYRAQ_DB_URL to a PostgreSQL 18: jdbc:postgresql://HOST/shanyraq?user=NAME&password=WORD"));
        } else {
            database(url, findings);
        }
        program(findings, "Node", "node", "to build the pages", "Install Node %d or newer.".formatted(OLDEST_NODE));
        program(findings, "npm", "npm", "to build the pages", "Install npm, which mostly comes with Node.");
        boolean browser = BROWSERS.stream().anyMatch(name -> onPath(name) != null);
        findings.add(new Finding(
                "Chromium",
                true,
                browser
                        ? "found (for tests of pages)"
                        : "not found: tests of pages will not run (apt-get install chromium)",
                ""));
        return findings;
    }

    private void database(@Nullable String url, List<Finding> findings) {
        try {
            DatabaseFindings found = DatabaseFindings.look(data, url);
            findings.add(new Finding("Database", true, found.place(), ""));
            findings.add(new Finding(
                    "Migrations",
                    found.pending() == 0,
                    found.pending() == 0 ? "all have run" : "%d wait".formatted(found.pending()),
                    "Start the office once: shanyraq up."));
            findings.add(new Finding(
                    "Events",
                    found.failedEvents() == 0,
                    found.failedEvents() == 0 ? "none failed" : "%d failed".formatted(found.failedEvents()),
                    "Look for their listener in %s.".formatted(data.path().resolve("logs/office.log"))));
            Instant copy = found.lastBackup();
            boolean fresh = copy != null && copy.isAfter(Instant.now().minus(OLDEST_COPY));
            findings.add(new Finding(
                    "Backup",
                    fresh || found.isDemo(),
                    copy == null
                            ? "none yet" + (found.isDemo() ? ", and only invented people here" : "")
                            : "the last one is of %s".formatted(copy),
                    "Make one: shanyraq backup FILE, and keep it on another machine."));
        } catch (Unreachable unreachable) {
            List<String> lines =
                    String.valueOf(unreachable.getMessage()).lines().toList();
            findings.add(new Finding(
                    "Database", false, lines.getFirst(), lines.size() > 1 ? lines.getLast() : "Look at its log."));
        }
    }

    private static void program(List<Finding> findings, String what, String program, String why, String otherwise) {
        String version = version(program);
        boolean well = version != null && (!program.equals("node") || major(version) >= OLDEST_NODE);
        findings.add(
                new Finding(what, well, "%s (%s)".formatted(version == null ? "not found" : version, why), otherwise));
    }

    private static int major(String version) {
        String digits = version.replaceFirst("^v", "").replaceFirst("[.].*", "");
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }

    private static @Nullable String version(String program) {
        Path found = onPath(program);
        if (found == null) {
            return null;
        }
        try {
            Process asked = new ProcessBuilder(found.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return asked.waitFor(10, TimeUnit.SECONDS) && asked.exitValue() == 0
                    ? said.strip().toLowerCase(Locale.ROOT)
                    : null;
        } catch (IOException broken) {
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static @Nullable Path onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return Path.of(folder, program);
            }
        }
        return null;
    }
}
