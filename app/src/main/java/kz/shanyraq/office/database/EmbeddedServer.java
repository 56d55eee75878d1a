package kz.shanyraq.office.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL of our own in the data folder. It listens on this machine only, asks for a password, writes to the
/// disk before it says "committed", and stops with the process that started it, however that ends.
final class EmbeddedServer implements Server {

    /// How sure the disk must be.
    enum Durability {
        /// What was committed is on the disk.
        DURABLE,
        /// For tests: what was committed survives the end of the process, not the end of the power.
        FAST
    }

    private static final String ADMIN = "shanyraq_admin";
    private static final long GB = 1L << 30;
    private static final long LARGE = 16 * GB;
    private static final int LINE_OF_STATUS = 7;
    private static final long PATIENCE_TO_STOP = 60_000;
    private static final long WORTH_TELLING = 5_000;
    private static final long LARGEST_LOG = 10 << 20;
    private static final int TAIL = 1_500;
    private static final int MOST_TRIES = 10;
    private static final long BETWEEN_TRIES = 100;
    private static final int MOST_ENDS = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final int SIGNALS = 128;

    private final DataFolder data;
    private final int port;
    private volatile @Nullable Running running;
    private volatile boolean closing;

    /// The process of a server that this process started, the words that start it again, and what goes with it.
    private record Running(Process process, List<String> command, DataLock lock) {
        Running again(Path log) throws IOException {
            return new Running(started(command, log), command, lock);
        }
    }

    private EmbeddedServer(DataFolder data, int port, @Nullable Running running) {
        this.data = data;
        this.port = port;
        this.running = running;
    }

    /// Starts the server of a data folder; the first time it makes the database.
    ///
    /// @param tell hears what takes time
    /// @return null when another process runs it
    static @Nullable EmbeddedServer start(DataFolder data, Durability durability, Consumer<String> tell) {
        DataLock lock = DataLock.take(data);
        if (lock == null) {
            return null;
        }
        try {
            Programs programs = Programs.unpacked(data.programs());
            refuseOtherMajor(data);
            Keeper keeper = Keeper.of(data.cluster());
            if (!data.hasCluster()) {
                tell.accept("Making the database …");
                initialise(data, programs, keeper);
            }
            keeper.own(data.cluster());
            waitForFormer(data, tell);
            int port = choosePort(data);
            List<String> command = command(data, programs, keeper, port, durability);
            Process process = started(command, logFile(data));
            var server = new EmbeddedServer(data, port, new Running(process, command, lock));
            try {
                server.waitUntilReady(process, tell);
                Files.writeString(data.port(), "%d%n".formatted(port));
                return server;
            } catch (IOException | RuntimeException broken) {
                process.destroy();
                throw broken;
            }
        } catch (IOException broken) {
            lock.close();
            throw new Unreachable("""
                    The database in %s cannot be started: %s.
                    Maybe the disk is full, or the folder belongs to another user.""".formatted(data.path(), broken.getMessage()), broken);
        } catch (RuntimeException broken) {
            lock.close();
            throw broken;
        }
    }

    /// The server of a data folder that another process runs.
    static EmbeddedServer attached(DataFolder data) {
        try {
            int port = Integer.parseInt(Files.readString(data.port()).strip());
            var server = new EmbeddedServer(data, port, null);
            try (Connection connection = server.admin()) {
                connection.isValid(0);
            }
            return server;
        } catch (IOException | NumberFormatException | SQLException broken) {
            throw new Unreachable("""
                    The database in %s is run by %s and cannot be reached: %s.
                    Maybe it is still starting, or stopping: try again in a moment.""".formatted(data.path(), DataLock.holder(data), broken.getMessage()), broken);
        }
    }

    private static void refuseOtherMajor(DataFolder data) throws IOException {
        Path version = data.cluster().resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(Integer.toString(Programs.MAJOR))) {
                throw new Unreachable("""
                        The database in %s was made by PostgreSQL %s; this release runs PostgreSQL %d.
                        Maybe make a backup with the release that made it, and restore it into an empty folder.""".formatted(data.cluster(), found, Programs.MAJOR));
            }
        }
    }

    /// Makes the database beside its place, and moves it there when it is whole.
    private static void initialise(DataFolder data, Programs programs, Keeper keeper) throws IOException {
        Path fresh = data.cluster().resolveSibling("postgres.new");
        delete(fresh);
        Files.createDirectories(fresh);
        Path password = fresh.resolveSibling("postgres.password");
        Files.deleteIfExists(password);
        Files.copy(admitted(data), password, StandardCopyOption.COPY_ATTRIBUTES);
        keeper.own(fresh);
        if (keeper == Keeper.NOBODY) {
            keeper.own(password);
        }
        var words = new ArrayList<>(keeper.prefix());
        words.addAll(List.of(
                programs.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + ADMIN,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--data-checksums"));
        Path log = data.logs().resolve("initdb.log");
        try {
            int code = started(words, log).waitFor();
            if (code != 0) {
                throw new Unreachable("""
                        The database in %s cannot be made:
                        %s
                        Maybe the disk is full, or a folder above it is closed to other users (PostgreSQL does not run as root).""".formatted(data.cluster(), tail(log)));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable("The making of the database was interrupted.", stopped);
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(fresh, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path admitted(DataFolder data) {
        data.secret("admin");
        return data.secretFile("admin");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// After the sudden end of an office its database ends too, but needs a moment to write what it has in memory.
    private static void waitForFormer(DataFolder data, Consumer<String> tell) throws IOException {
        Path file = data.cluster().resolve("postmaster.pid");
        long began = System.nanoTime();
        boolean told = false;
        while (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
            boolean headless = !isServerOf(pid, data);
            if (headless && !worksIn(data.cluster())) {
                // Its number may belong to another program by now, which PostgreSQL would take for the former one.
                Files.deleteIfExists(file);
                return;
            }
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            if (!told) {
                told = true;
                tell.accept("Waiting for the database that an office left behind (process %d) to end …".formatted(pid));
                if (!headless) {
                    interrupt(pid);
                }
            }
            if (waited > PATIENCE_TO_STOP) {
                throw new Unreachable("""
                        The database in %s is still run by process %d, which an office left behind.
                        Maybe end it: kill -INT %d""".formatted(data.cluster(), pid, pid));
            }
            pause();
        }
    }

    /// Whether a process of PostgreSQL still works in this folder, though its head may be gone: they all stand in it,
    /// and a second server beside them would damage what they write.
    private static boolean worksIn(Path cluster) {
        return ProcessHandle.allProcesses().anyMatch(process -> {
            try {
                return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                        .equals(cluster);
            } catch (IOException goneOrNotOurs) {
                return false;
            }
        });
    }

    private static boolean isServerOf(long pid, DataFolder data) {
        Path words = Path.of("/proc", Long.toString(pid), "cmdline");
        try {
            return pid > 0
                    && Arrays.asList(Files.readString(words, StandardCharsets.UTF_8)
                                    .split("\0"))
                            .contains(data.cluster().toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private static int choosePort(DataFolder data) throws IOException {
        if (Files.exists(data.port())) {
            try {
                int former = Integer.parseInt(Files.readString(data.port()).strip());
                if (former > 0 && free(former) > 0) {
                    return former;
                }
            } catch (NumberFormatException damaged) {
                return free(0);
            }
        }
        return free(0);
    }

    /// A port that nobody listens on; 0 if the wanted one is taken.
    private static int free(int wanted) {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }

    private static List<String> command(
            DataFolder data, Programs programs, Keeper keeper, int port, Durability durability) {
        // A session of its own: an interrupt from the keyboard is for the office, which then stops its database.
        var words = new ArrayList<>(List.of("setsid"));
        words.addAll(keeper.prefix());
        words.addAll(List.of("setpriv", "--pdeathsig", "INT", programs.program("postgres")));
        words.addAll(List.of("-D", data.cluster().toString(), "-p", Integer.toString(port)));
        settings(durability).forEach(setting -> words.addAll(List.of("-c", setting)));
        return words;
    }

    private static List<String> settings(Durability durability) {
        long memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                        ? os.getTotalMemorySize()
                        : GB;
        boolean large = memory >= LARGE;
        var settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "password_encryption=scram-sha-256",
                // The tests of a run keep an office each, with its pools.
                "max_connections=%d".formatted(durability == Durability.FAST ? 400 : 80),
                "shared_buffers=%dMB".formatted(large ? Math.min(memory / 4, 2 * GB) >> 20 : 256),
                "effective_cache_size=%dMB".formatted((memory / 2) >> 20),
                "work_mem=%dMB".formatted(large ? 32 : 8),
                "maintenance_work_mem=%dMB".formatted(large ? 512 : 64),
                "max_wal_size=4GB",
                "checkpoint_timeout=15min",
                "jit=off",
                "random_page_cost=1.1",
                "log_statement=none",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse",
                "log_line_prefix=%m [%p] ",
                "timezone=UTC",
                "log_timezone=UTC"));
        if (durability == Durability.FAST) {
            settings.addAll(
                    List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=128MB"));
        }
        return settings;
    }

    /// Starts a program from a thread that lives as long as the program: the operating system tells the program
    /// when the thread that started it has ended.
    private static Process started(List<String> words, Path log) throws IOException {
        var process = new CompletableFuture<Process>();
        Thread.ofPlatform().name("postgres").daemon(true).start(() -> {
            try {
                Process begun = new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
                process.complete(begun);
                begun.waitFor();
            } catch (IOException broken) {
                process.completeExceptionally(broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return process.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } catch (java.util.concurrent.ExecutionException broken) {
            throw new IOException(
                    "%s: %s; the programs setsid, setpriv and unshare belong to util-linux"
                            .formatted(words.getFirst(), String.valueOf(broken.getCause())),
                    broken);
        }
    }

    private static Path logFile(DataFolder data) throws IOException {
        Path log = data.logs().resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private void waitUntilReady(Process process, Consumer<String> tell) throws IOException {
        Path file = data.cluster().resolve("postmaster.pid");
        long began = System.nanoTime();
        boolean told = false;
        while (true) {
            if (!process.isAlive()) {
                throw new Unreachable("""
                        The database in %s stopped while it started:
                        %s
                        Maybe look at %s.""".formatted(data.cluster(), tail(logFile(data)), logFile(data)));
            }
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() > LINE_OF_STATUS
                        && lines.getFirst().strip().equals(Long.toString(process.pid()))
                        && lines.get(LINE_OF_STATUS).strip().equals("ready")) {
                    return;
                }
            }
            if (!told && TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) > WORTH_TELLING) {
                told = true;
                tell.accept("The database takes up what was written before its sudden end …");
            }
            pause();
        }
    }

    private static String tail(Path log) throws IOException {
        String text = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        return text.substring(Math.max(0, text.length() - TAIL)).strip();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable("The start of the database was interrupted.", stopped);
        }
    }

    private static void interrupt(long pid) throws IOException {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + pid).start().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts the server again whenever it ends though nobody asked it to, at the same address, so that pools find
    /// it again. After too many ends, or when it does not start, it is lost, which is said once.
    void guard(Outage outage) {
        if (running != null) {
            Thread.ofPlatform().name("postgres guard").daemon(true).start(() -> {
                try {
                    standGuard(outage);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private void standGuard(Outage outage) throws InterruptedException {
        var ends = new ArrayDeque<Long>();
        for (Running guarded = running; guarded != null; guarded = running) {
            int code = guarded.process().waitFor();
            if (closing) {
                return;
            }
            long now = System.nanoTime();
            ends.addLast(now);
            ends.removeIf(end -> now - end > WITHIN.toNanos());
            Path log = data.logs().resolve("postgres.log");
            String how = code > SIGNALS ? "by signal %d".formatted(code - SIGNALS) : "with code %d".formatted(code);
            if (ends.size() > MOST_ENDS) {
                outage.lost("""
                        The database ended %s, for the %dth time within %d minutes: the office does not start it once more.
                        Maybe memory or disk ran out: look at %s.""".formatted(how, ends.size(), WITHIN.toMinutes(), log));
                return;
            }
            outage.began("The database ended %s, unasked. It is being started again; what was committed is safe."
                    .formatted(how));
            String why = revived(guarded, log);
            if (closing) {
                return;
            }
            if (why != null) {
                outage.lost("""
                        The database cannot be started again: %s
                        Maybe memory or disk ran out, or its files were moved: look at %s.""".formatted(why, log));
                return;
            }
            outage.over("The database runs again (%.1f s). Who was saving meanwhile saw an error and does it again."
                    .formatted((System.nanoTime() - now) / 1e9));
        }
    }

    /// Starts the server again. Its former processes need a moment to notice that their head is gone, and as long as
    /// one of them holds the memory, PostgreSQL itself refuses to start: so we leave its file of locks where it is.
    ///
    /// @return why it does not start; null if it runs
    private @Nullable String revived(Running former, Path log) throws InterruptedException {
        String why = "";
        for (int tried = 1; tried <= MOST_TRIES; tried++) {
            try {
                Running fresh;
                synchronized (this) {
                    if (closing) {
                        return null;
                    }
                    fresh = former.again(log);
                    running = fresh;
                }
                waitUntilReady(fresh.process(), told -> {});
                return null;
            } catch (IOException | Unreachable broken) {
                why = String.valueOf(broken.getMessage());
            }
            Thread.sleep(BETWEEN_TRIES * tried);
        }
        return why.lines()
                .filter(line -> line.contains("FATAL"))
                .reduce((first, last) -> last)
                .orElse(why);
    }

    /// Whether the server ends with this process.
    boolean isOurs() {
        return running != null;
    }

    /// The number of the server's process; 0 if another process started it.
    long pid() {
        Running now = running;
        return now == null ? 0 : now.process().pid();
    }

    @Override
    public Connection admin() throws SQLException {
        return admin(DATABASE);
    }

    /// A connection to one of the server's databases with the rights of an administrator.
    Connection admin(String database) throws SQLException {
        return DriverManager.getConnection(adminUrl(database), ADMIN, data.secret("admin"));
    }

    private String adminUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /// The address of a database with the name and password of the administrator in it.
    String urlWithAdmin(String database) {
        return "%s?user=%s&password=%s".formatted(adminUrl(database), ADMIN, data.secret("admin"));
    }

    @Override
    public String url() {
        return adminUrl(DATABASE);
    }

    @Override
    public String password(DatabaseRole role) {
        return data.secret(role.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String place() {
        return "PostgreSQL of our own in %s, port %d".formatted(data.cluster(), port);
    }

    @Override
    public void close() {
        Running last;
        synchronized (this) {
            closing = true;
            last = running;
        }
        if (last == null) {
            return;
        }
        try {
            Process process = last.process();
            if (process.isAlive()) {
                interrupt(process.pid());
                process.waitFor();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The database cannot be stopped.", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            last.lock().close();
        }
    }
}
