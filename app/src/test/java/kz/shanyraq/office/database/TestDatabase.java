package kz.shanyraq.office.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database for a test: made in a moment from one that has been migrated, on a server that all tests of a run
/// share. It goes with the server, so that nobody need close it.
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Set<HikariDataSource> POOLS = ConcurrentHashMap.newKeySet();
    private static final String TEMPLATE = "shanyraq_template";

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /// A database with all schemas, and in them only what the migrations put there.
    public static TestDatabase fresh() {
        return new TestDatabase(Shared.copy("test_" + NUMBER.incrementAndGet()));
    }

    /// An empty database, without any schema.
    static TestDatabase empty() {
        return new TestDatabase(Shared.create("empty_" + NUMBER.incrementAndGet()));
    }

    /// Its name on the server.
    public String name() {
        return name;
    }

    /// Its address with the name and password of an administrator, as `SHANYRAQ_DB_URL` wants it.
    public String url() {
        return Shared.SERVER.urlWithAdmin(name);
    }

    /// Connections of an administrator, whom no right stops: to prepare a test.
    public DataSource admin() {
        var config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        return kept(new HikariDataSource(config));
    }

    /// Connections of the pages.
    public DataSource office() {
        return kept(Pools.office(server()));
    }

    /// Connections of mass work.
    public DataSource intake() {
        return kept(Pools.intake(server()));
    }

    /// Connections of the owner of the schemas.
    public DataSource owner() {
        return kept(Pools.owner(server()));
    }

    /// Statements of an administrator.
    public JdbcClient asAdmin() {
        return JdbcClient.create(admin());
    }

    /// The server as a product sees it that is given an address.
    Server server() {
        return ExternalServer.at(url());
    }

    private static DataSource kept(HikariDataSource pool) {
        POOLS.add(pool);
        return pool;
    }

    /// The server of this run, and the migrated database that is copied for each test.
    private static final class Shared {

        private static final EmbeddedServer SERVER = start();

        private static EmbeddedServer start() {
            Path target = Path.of("target").toAbsolutePath();
            System.setProperty(
                    "shanyraq.programs", target.resolve("test-programs").toString());
            for (int i = 0; ; i++) {
                EmbeddedServer server = EmbeddedServer.start(
                        DataFolder.of(target.resolve("test-database-" + i)),
                        EmbeddedServer.Durability.FAST,
                        told -> {});
                if (server != null) {
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                        POOLS.forEach(HikariDataSource::close);
                        server.close();
                    }));
                    prepare(server);
                    return server;
                }
            }
        }

        private static void prepare(EmbeddedServer server) {
            try (Connection connection = server.admin("postgres");
                    Statement statement = connection.createStatement()) {
                try (ResultSet old = statement.executeQuery("""
                        select string_agg(format('drop database %I with (force)', datname), ';')
                        from pg_database
                        where datname ~ '^(test|empty)_[0-9]+$'
                        """)) {
                    old.next();
                    String drop = old.getString(1);
                    if (drop != null) {
                        for (String each : drop.split(";")) {
                            try (Statement single = connection.createStatement()) {
                                single.execute(each);
                            }
                        }
                    }
                }
                String wanted = fingerprint();
                try (ResultSet found = statement.executeQuery("""
                        select shobj_description(oid, 'pg_database') from pg_database where datname = '%s'
                        """.formatted(TEMPLATE))) {
                    if (found.next() && wanted.equals(found.getString(1))) {
                        return;
                    }
                }
                statement.execute("drop database if exists %s with (force)".formatted(TEMPLATE));
                statement.execute("create database %s template template0".formatted(TEMPLATE));
                Server external = ExternalServer.at(server.urlWithAdmin(TEMPLATE));
                Roles.prepare(external);
                Migrations.run(external, false, told -> {});
                statement.execute("comment on database %s is '%s'".formatted(TEMPLATE, wanted));
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }

        private static String copy(String name) {
            return execute(name, "create database %s template %s strategy file_copy".formatted(name, TEMPLATE));
        }

        private static String create(String name) {
            return execute(name, "create database %s template template0".formatted(name));
        }

        private static synchronized String execute(String name, String sql) {
            try (Connection connection = SERVER.admin("postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
                for (DatabaseRole role : DatabaseRole.values()) {
                    if (role.login() && sql.contains(TEMPLATE)) {
                        statement.execute("grant connect, create, temporary on database %s to %s"
                                .formatted(name, role.sqlName()));
                    }
                }
                return name;
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }

        /// What the template is made of: when it changes, the template is made anew.
        private static String fingerprint() {
            var sum = new CRC32();
            Path classes = Path.of("target/classes").toAbsolutePath();
            try (var migrations = Files.walk(classes.resolve("db/migration"));
                    var own = Files.walk(classes.resolve("kz/shanyraq/office/database"))) {
                for (Path file : java.util.stream.Stream.concat(migrations, own)
                        .filter(Files::isRegularFile)
                        .sorted(Comparator.comparing(Path::toString))
                        .toList()) {
                    sum.update(file.toString().getBytes(StandardCharsets.UTF_8));
                    sum.update(Files.readAllBytes(file));
                }
                return Long.toHexString(sum.getValue());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
