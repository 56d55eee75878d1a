package kz.shanyraq.office.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The migrations of the modules: a folder and a schema each, in the one order of the modules.
final class Migrations {

    private static final String ORDER = "/db/migration/modules";

    /// The milestone of a database that has been opened: no copy is brought back into it.
    private static final String OPENED = "opened";

    /// The milestone of a database that has all migrations; its detail is their fingerprint.
    static final String ALL = "schemas";

    private static final String REACHED = "select detail from database.milestone where name = ?";

    private static final String NOTE = """
            insert into database.milestone (name, detail) values (?, ?)
            on conflict (name) do update set detail = excluded.detail where milestone.detail <> excluded.detail
            """;

    /// The modules that have a schema, in their order.
    static List<String> modules() {
        try (InputStream order = Migrations.class.getResourceAsStream(ORDER)) {
            if (order == null) {
                throw new IllegalStateException("The list of modules with a schema is missing: " + ORDER);
            }
            return new String(order.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Brings every schema to the state that this release knows.
    ///
    /// @param used whether somebody will use the database now, so that no copy may be brought back into it
    static void run(Server server, boolean used, Consumer<String> tell) {
        String wanted = fingerprint();
        if (hasAll(server, wanted, used)) {
            return;
        }
        try (HikariDataSource owner = Pools.owner(server)) {
            for (String module : modules()) {
                MigrateResult result = flyway(module, owner).migrate();
                if (result.migrationsExecuted > 0) {
                    tell.accept("The schema %s: %d %s, now at version %s"
                            .formatted(
                                    module,
                                    result.migrationsExecuted,
                                    result.migrationsExecuted == 1 ? "migration" : "migrations",
                                    result.targetSchemaVersion));
                }
            }
            try (Connection connection = owner.getConnection()) {
                note(connection, ALL, wanted);
                if (used) {
                    note(connection, OPENED, "");
                }
            }
        } catch (SQLException broken) {
            throw new Unreachable(
                    "The database at %s cannot be opened: %s".formatted(server.place(), broken.getMessage()), broken);
        } catch (FlywayException broken) {
            throw new Unreachable("""
                    The schemas of the database at %s cannot be brought to this release: %s
                    Maybe a newer release has used this database, or a migration was changed after it had run.""".formatted(server.place(), broken.getMessage()), broken);
        }
    }

    /// Whether the database has these very migrations already: the quick way through a usual start.
    private static boolean hasAll(Server server, String wanted, boolean used) {
        try (Connection connection = DriverManager.getConnection(
                        server.url(), DatabaseRole.OWNER.sqlName(), server.password(DatabaseRole.OWNER));
                PreparedStatement statement = connection.prepareStatement(REACHED)) {
            statement.setString(1, ALL);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next() || !result.getString(1).equals(wanted)) {
                    return false;
                }
            }
            if (used) {
                note(connection, OPENED, "");
            }
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void note(Connection connection, String name, String detail) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setString(1, name);
            statement.setString(2, detail);
            statement.executeUpdate();
        }
    }

    /// A checksum of all migrations of this release.
    private static String fingerprint() {
        var sum = new CRC32();
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql");
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource file : files) {
                sum.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                sum.update(file.getContentAsByteArray());
            }
            return Long.toHexString(sum.getValue());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The migrations of one module.
    static Flyway flyway(String module, javax.sql.DataSource owner) {
        return Flyway.configure()
                .dataSource(owner)
                .schemas(module)
                .defaultSchema(module)
                .createSchemas(true)
                .locations("classpath:db/migration/" + module)
                .failOnMissingLocations(false)
                .placeholderReplacement(false)
                .cleanDisabled(true)
                .validateMigrationNaming(true)
                .load();
    }

    private Migrations() {}
}
