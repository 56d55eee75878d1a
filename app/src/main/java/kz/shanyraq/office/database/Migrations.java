package kz.shanyraq.office.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/// The migrations of the modules: a folder and a schema each, in the one order of the modules.
final class Migrations {

    private static final String ORDER = "/db/migration/modules";

    private static final String OPENED = """
            insert into database.milestone (name) values ('opened') on conflict do nothing
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
            if (used) {
                try (Connection connection = owner.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute(OPENED);
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
