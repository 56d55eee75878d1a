package kz.shanyraq.office.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A PostgreSQL of our own: durable, alone in its folder, and gone with the office.
@Tag("slow")
class EmbeddedServerTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void programs_are_shared_with_the_other_tests() {
        System.setProperty(
                "shanyraq.programs",
                Path.of("target/test-programs").toAbsolutePath().toString());
    }

    private DataFolder data() {
        return DataFolder.of(folder.resolve("office"));
    }

    private EmbeddedServer started() {
        return Objects.requireNonNull(
                EmbeddedServer.start(data(), EmbeddedServer.Durability.DURABLE, told -> {}), "nobody else runs it");
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }

    /// The processes that run the database of the folder.
    private List<Long> servers() {
        var found = new ArrayList<Long>();
        ProcessHandle.allProcesses().forEach(process -> {
            try {
                if (Files.readString(Path.of("/proc/%d/cmdline".formatted(process.pid())))
                        .contains("-D\0" + data().cluster())) {
                    found.add(process.pid());
                }
            } catch (IOException gone) {
                // It ended while we looked.
            }
        });
        return found;
    }

    private void awaitNoServer() throws InterruptedException {
        for (int i = 0; i < 600 && !servers().isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(servers()).isEmpty();
    }

    private static void kill(long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
    }

    @Test
    void it_is_durable_asks_for_a_password_and_is_heard_on_this_machine_only() throws SQLException, IOException {
        try (EmbeddedServer server = started();
                Connection connection = server.admin("postgres")) {
            assertThat(shown(connection, "fsync")).isEqualTo("on");
            assertThat(shown(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(shown(connection, "full_page_writes")).isEqualTo("on");
            assertThat(shown(connection, "data_checksums")).isEqualTo("on");
            assertThat(shown(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(shown(connection, "unix_socket_directories")).isEmpty();
            String address = server.urlWithAdmin("postgres");
            assertThatThrownBy(() -> DriverManager.getConnection(address.replaceAll("password=.*", "password=guess")))
                    .isInstanceOf(SQLException.class);
            try (var secrets = Files.list(data().secrets())) {
                assertThat(secrets.toList())
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().secrets())))
                    .isEqualTo("rwx------");
        }
        assertThat(servers()).isEmpty();
    }

    @Test
    void what_was_committed_before_a_sudden_end_is_there_after_it_and_no_process_is_left()
            throws IOException, InterruptedException, SQLException {
        Process office = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dshanyraq.programs=" + System.getProperty("shanyraq.programs"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingOffice.class.getName(),
                        data().path().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int committed = 0;
        try (BufferedReader said = office.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = said.readLine()) != null) {
                if (line.matches("[0-9]+")) {
                    committed = Integer.parseInt(line);
                    if (committed == 300) {
                        assertThat(servers()).hasSize(1);
                        assertThatThrownBy(() -> OfficeDatabase.forOffice(data(), null, told -> {}))
                                .isInstanceOf(Unreachable.class)
                                .hasMessageContaining("Another office runs on the data folder")
                                .hasMessageContaining("process " + office.pid())
                                .hasMessageContaining("Maybe");
                        try (OfficeDatabase command = OfficeDatabase.forCommand(data(), null, told -> {});
                                Connection connection = command.server().admin()) {
                            assertThat(connection.isValid(1))
                                    .as("a command uses the server that runs")
                                    .isTrue();
                        }
                        kill(office.pid());
                    }
                }
            }
        }
        assertThat(office.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(committed).isGreaterThanOrEqualTo(300);
        // At once, without waiting for the former server to end.
        try (OfficeDatabase again = OfficeDatabase.forOffice(data(), null, told -> {});
                Connection connection = again.server().admin();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*), max(substr(name, 5)::int) from database.milestone where name like 'row %'")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(rows.getInt(2)).isGreaterThanOrEqualTo(committed);
            assertThat(servers()).hasSize(1);
        }
        awaitNoServer();
    }

    @Test
    void a_sudden_end_of_the_database_itself_loses_nothing_either()
            throws IOException, SQLException, InterruptedException {
        try (EmbeddedServer server = started();
                Connection connection = server.admin("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select n from generate_series(1, 10000) n");
            kill(server.pid());
        }
        // At once: its other processes may not have noticed yet that their head is gone.
        try (EmbeddedServer server = started();
                Connection connection = server.admin("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from kept")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(10_000);
        }
    }

    /// What was said of an outage.
    private static final class Said implements Outage {
        private final LinkedBlockingQueue<String> words = new LinkedBlockingQueue<>();

        @Override
        public void began(String said) {
            words.add("began: " + said);
        }

        @Override
        public void over(String said) {
            words.add("over: " + said);
        }

        @Override
        public void lost(String said) {
            words.add("lost: " + said);
        }

        private String next() throws InterruptedException {
            return String.valueOf(words.poll(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_guarded_database_that_is_killed_runs_again_at_its_address_and_ends_when_it_is_closed()
            throws IOException, SQLException, InterruptedException {
        var said = new Said();
        try (EmbeddedServer server = started()) {
            server.guard(said);
            long killed = server.pid();
            try (Connection connection = server.admin("postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept as select n from generate_series(1, 1000) n");
                kill(killed);
                assertThat(said.next()).startsWith("began: The database ended by signal 9, unasked.");
                assertThat(said.next()).startsWith("over: The database runs again");
            }
            assertThat(server.pid()).isNotEqualTo(killed);
            try (Connection connection = server.admin("postgres");
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from kept")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1_000);
            }
        }
        awaitNoServer();
        assertThat(said.words).as("an end that was asked for is no outage").isEmpty();
    }

    @Test
    void a_guarded_database_that_cannot_start_again_is_lost_and_that_is_said_once()
            throws IOException, InterruptedException {
        var said = new Said();
        try (EmbeddedServer server = started()) {
            server.guard(said);
            Path control = data().cluster().resolve("global/pg_control");
            Files.move(control, control.resolveSibling("moved"));
            kill(server.pid());
            assertThat(said.next()).startsWith("began: ");
            assertThat(said.next())
                    .startsWith("lost: The database cannot be started again: ")
                    .contains("Maybe", "postgres.log");
        }
        assertThat(said.words).isEmpty();
    }

    @Test
    void a_database_of_another_major_version_is_refused_and_not_touched() throws IOException {
        Files.createDirectories(data().cluster());
        Files.writeString(data().cluster().resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(this::started)
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("Maybe");
        try (var files = Files.list(data().cluster())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_start_that_was_cut_short_is_begun_anew() throws IOException, SQLException {
        Files.createDirectories(data().path().resolve("postgres.new/base"));
        Files.writeString(data().path().resolve("postgres.new/half"), "half");
        Files.writeString(data().port(), "not a port");
        try (EmbeddedServer server = started();
                Connection connection = server.admin("postgres")) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(data().path().resolve("postgres.new")).doesNotExist();
    }

    @Test
    void root_without_user_namespaces_gives_the_database_to_nobody() throws IOException, SQLException {
        if (!System.getProperty("user.name").equals("root")) {
            return;
        }
        // Above the folder everyone may pass; the programs must be within reach too.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        System.setProperty("shanyraq.without.namespaces", "true");
        try (EmbeddedServer server = started();
                Connection connection = server.admin("postgres")) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(Files.getAttribute(data().cluster(), "unix:uid")).isEqualTo(65_534);
            assertThat(Files.getAttribute(Path.of("/proc/" + server.pid()), "unix:uid"))
                    .isEqualTo(65_534);
        } finally {
            System.clearProperty("shanyraq.without.namespaces");
        }
        try (EmbeddedServer again = started();
                Connection connection = again.admin("postgres")) {
            assertThat(connection.isValid(1))
                    .as("with namespaces again, it stays nobody's")
                    .isTrue();
        }
    }
}
