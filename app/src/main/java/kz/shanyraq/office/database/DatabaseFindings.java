package kz.shanyraq.office.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a look at the database shows, without changing anything in it.
///
/// @param place where it is
/// @param pending how many migrations have not run
/// @param failedEvents how many events a listener failed to hear
/// @param lastBackup when the last copy was made
/// @param isDemo whether its people are invented
public record DatabaseFindings(
        String place,
        int pending,
        long failedEvents,
        @Nullable Instant lastBackup,
        boolean isDemo) {

    private static final String FINDINGS = """
            select (select count(*) from database.event_publication where status = 'FAILED'),
                   (select max(made_at) from database.backup),
                   exists (select from database.milestone where name = 'demo' and detail <> 'none')
            """;

    /// Whether a database of our own runs on this machine.
    public static boolean ownServerFits() {
        return Programs.fitThisMachine();
    }

    /// Looks at the database of a data folder, or at the one that was named; a server that stands still is started
    /// for the moment of the look.
    ///
    /// @param url the address of somebody else's server; null for a server of our own
    public static DatabaseFindings look(DataFolder data, @Nullable String url) {
        Server server = url == null ? own(data) : ExternalServer.at(url);
        try (server;
                Connection connection = server.admin();
                Statement statement = connection.createStatement()) {
            int pending = pending(server);
            if (pending > 0) {
                return new DatabaseFindings(server.place(), pending, 0, null, false);
            }
            try (ResultSet result = statement.executeQuery(FINDINGS)) {
                result.next();
                Timestamp backup = result.getTimestamp(2);
                return new DatabaseFindings(
                        server.place(),
                        0,
                        result.getLong(1),
                        backup == null ? null : backup.toInstant(),
                        result.getBoolean(3));
            }
        } catch (SQLException broken) {
            throw new Unreachable("""
                    The database at %s cannot be read: %s
                    Maybe start the office once: shanyraq up.""".formatted(server.place(), broken.getMessage()), broken);
        }
    }

    private static Server own(DataFolder data) {
        EmbeddedServer server = EmbeddedServer.start(data, EmbeddedServer.Durability.DURABLE, told -> {});
        return server == null ? EmbeddedServer.attached(data) : server;
    }

    private static int pending(Server server) {
        try (HikariDataSource owner = Pools.owner(server)) {
            return Migrations.modules().stream()
                    .mapToInt(module -> Migrations.flyway(module, owner).info().pending().length)
                    .sum();
        }
    }
}
