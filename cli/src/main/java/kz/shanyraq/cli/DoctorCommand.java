package kz.shanyraq.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import kz.shanyraq.policy.figures.Figures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `shanyraq doctor`: whether this machine can run us, and what to do if not.
@Command(
        name = "doctor",
        description = "Checks JDK, memory, disk, ports and the shipped figures, and says what to do.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: shanyraq doctor"})
final class DoctorCommand implements Callable<Integer> {

    private static final int JDK = 25;
    private static final int LAST_PORT = 65_535;
    private static final long GB = 1L << 30;
    private static final long MEMORY_FOR_NATION = 8 * GB;
    private static final long DISK_FOR_NATION = 20 * GB;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "the office's port; 8080 by default")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the data folder of the office; .shanyraq/office by default")
    private @Nullable Path data;

    private final Console console;
    private final List<String> wrong = new ArrayList<>();

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (port < 1 || port > LAST_PORT) {
            throw new Usage("""
                    There is no port %d; ports are 1 to %d.
                    Maybe a digit is wrong.""".formatted(port, LAST_PORT));
        }
        check(
                "JDK",
                Runtime.version().feature() >= JDK,
                Runtime.version() + " in " + System.getProperty("java.home"),
                "Install a JDK 25 and set JAVA25_HOME to its folder.");
        long memory = memory();
        check(
                "Memory",
                memory >= MEMORY_FOR_NATION,
                memory / GB + " GB, " + Runtime.getRuntime().availableProcessors() + " cores",
                "A village or a region will do here; a nation of 20 million wants 8 GB.");
        disk(console.home());
        Path folder = data == null ? console.home().resolve(".shanyraq/office") : data;
        port(folder);
        check(
                "Figures",
                !Figures.shipped().all().isEmpty(),
                Figures.shipped().all().size() + " shipped, "
                        + Figures.shipped().all().stream()
                                .filter(figure -> !figure.confirmed())
                                .count()
                        + " of them unconfirmed",
                "The jar of the law is damaged: build it again.");
        boolean maven = hasMaven();
        check(
                "Maven",
                maven,
                (maven ? "found" : "not found") + " (for check and bench)",
                "Install Maven 3.8 or newer to run the tests.");
        for (OfficeCommands office : OfficeCommands.found()) {
            for (OfficeCommands.Finding found : office.findings(folder, port)) {
                check(found.what(), found.well(), found.seen(), found.otherwise());
            }
        }
        console.out().println(wrong.isEmpty() ? "All is well." : "What to do:");
        wrong.forEach(what -> console.out().println("  " + what));
        return wrong.isEmpty() ? Exit.DONE : Exit.DONE_WITH_REJECTS;
    }

    private void check(String what, boolean well, String seen, String otherwise) {
        console.out().println("%-12s %-6s %s".formatted(what, well ? "ok" : "WRONG", seen));
        if (!well) {
            wrong.add(what + ": " + otherwise);
        }
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }

    private void disk(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            long free = store.getUsableSpace();
            check(
                    "Disk",
                    free >= DISK_FOR_NATION,
                    free / GB + " GB free",
                    "A nation of 20 million wants 20 GB while it is assessed.");
        } catch (IOException broken) {
            check("Disk", false, String.valueOf(broken.getMessage()), "Look at the disk of " + folder + ".");
        }
    }

    private void port(Path folder) {
        boolean free = portIsFree();
        String open = OfficeCommands.found().stream()
                .map(office -> office.openBy(folder))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        check(
                "Port " + port,
                free || open != null,
                free ? "free" : open == null ? "taken" : "taken; the office is open (%s)".formatted(open),
                "Another program listens there: choose another with --port.");
    }

    private boolean portIsFree() {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static boolean hasMaven() {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(":", -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "mvn"))) {
                return true;
            }
        }
        return false;
    }
}
