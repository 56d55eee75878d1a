package kz.shanyraq.office.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The office's database, reached, with its roles made and its schemas migrated.
public final class OfficeDatabase implements AutoCloseable {

    private final Server server;
    private final DataFolder data;

    private OfficeDatabase(Server server, DataFolder data) {
        this.server = server;
        this.data = data;
    }

    /// Opens the database for an office, which must be alone in its data folder.
    ///
    /// @param url the address of somebody else's server; null for a server of our own
    /// @param tell hears what takes time
    public static OfficeDatabase forOffice(DataFolder data, @Nullable String url, Consumer<String> tell) {
        if (url != null && !url.isBlank()) {
            return prepared(ExternalServer.at(url), data, true, tell);
        }
        EmbeddedServer server = EmbeddedServer.start(data, EmbeddedServer.Durability.DURABLE, tell);
        if (server == null) {
            throw new Unreachable("""
                    Another office runs on the data folder %s: %s.
                    Maybe stop it, or choose another folder with --data.""".formatted(data.path(), DataLock.holder(data)));
        }
        return prepared(server, data, true, tell);
    }

    /// Opens the database for one command: it uses the server that runs, and else starts it for as long as it needs.
    ///
    /// @param url the address of somebody else's server; null for a server of our own
    /// @param tell hears what takes time
    public static OfficeDatabase forCommand(DataFolder data, @Nullable String url, Consumer<String> tell) {
        if (url != null && !url.isBlank()) {
            return prepared(ExternalServer.at(url), data, true, tell);
        }
        EmbeddedServer server = EmbeddedServer.start(data, EmbeddedServer.Durability.DURABLE, tell);
        return server == null ? attached(EmbeddedServer.attached(data), data) : prepared(server, data, true, tell);
    }

    /// Opens the database for a copy that is to be brought back: nobody else may use it, and its opening is not noted.
    ///
    /// @param url the address of somebody else's server; null for a server of our own
    /// @param tell hears what takes time
    static OfficeDatabase forRestore(DataFolder data, @Nullable String url, Consumer<String> tell) {
        if (url != null && !url.isBlank()) {
            return prepared(ExternalServer.at(url), data, false, tell);
        }
        EmbeddedServer server = EmbeddedServer.start(data, EmbeddedServer.Durability.DURABLE, tell);
        if (server == null) {
            throw new Unreachable("""
                    An office runs on the data folder %s: %s.
                    Maybe choose an empty folder with --data.""".formatted(data.path(), DataLock.holder(data)));
        }
        return prepared(server, data, false, tell);
    }

    /// The database at a server that somebody has prepared.
    static OfficeDatabase attached(Server server, DataFolder data) {
        return new OfficeDatabase(server, data);
    }

    private static OfficeDatabase prepared(Server server, DataFolder data, boolean used, Consumer<String> tell) {
        try {
            if (server instanceof EmbeddedServer own) {
                make(own);
            }
            Roles.prepare(server);
            Migrations.run(server, used, tell);
            return new OfficeDatabase(server, data);
        } catch (RuntimeException broken) {
            server.close();
            throw broken;
        }
    }

    private static void make(EmbeddedServer server) {
        try (Connection connection = server.admin("postgres");
                Statement statement = connection.createStatement()) {
            boolean there;
            try (ResultSet found =
                    statement.executeQuery("select from pg_database where datname = '%s'".formatted(Server.DATABASE))) {
                there = found.next();
            }
            if (!there) {
                statement.execute("create database %s template template0".formatted(Server.DATABASE));
            }
        } catch (SQLException broken) {
            throw new Unreachable("The database cannot be made: %s".formatted(broken.getMessage()), broken);
        }
    }

    /// The server itself.
    Server server() {
        return server;
    }

    /// The data folder of the office.
    public DataFolder data() {
        return data;
    }

    /// Connections of mass work for a command, which closes them when it is done.
    public HikariDataSource intake() {
        return Pools.intake(server);
    }

    /// Where the database is, in words for people.
    public String place() {
        return server.place();
    }

    /// Looks after a server that this process started: it is started again when it ends unasked.
    public void guard(Outage outage) {
        if (server instanceof EmbeddedServer own) {
            own.guard(outage);
        }
    }

    /// Stops the server, if this process started it.
    @Override
    public void close() {
        server.close();
    }
}
