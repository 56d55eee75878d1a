package kz.shanyraq.office.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// One load at a time, through all programs that use the database: a lock that ends with the connection that holds it.
final class LoadLock implements AutoCloseable {

    private static final long KEY = 0x494E_5441_4B45L;

    private static final String RUNNING = """
            select coalesce(max(format('delivery %s, %s, %s rows so far', id, file, rows_read)), 'a load that has just begun')
            from registry.intake where state = 'running' and kind in ('households', 'single_source') and beat_at > now() - interval '10 minutes'
            """;

    private final Connection connection;

    private LoadLock(Connection connection) {
        this.connection = connection;
    }

    /// Takes the lock; says who holds it if it must be waited for.
    static LoadLock wait(DataSource source, Consumer<String> tell) {
        try {
            Connection connection = source.getConnection();
            try (Statement statement = connection.createStatement()) {
                if (!truth(statement, "select pg_try_advisory_lock(%d)".formatted(KEY))) {
                    try (ResultSet result = statement.executeQuery(RUNNING)) {
                        result.next();
                        tell.accept("Another load runs (%s); this one waits for it.".formatted(result.getString(1)));
                    }
                    statement.execute("select pg_advisory_lock(%d)".formatted(KEY));
                }
            }
            return new LoadLock(connection);
        } catch (SQLException broken) {
            throw new IllegalStateException("The lock of loads could not be taken: " + broken.getMessage(), broken);
        }
    }

    private static boolean truth(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }

    /// The lock is held as long as this is open.
    void hold() throws IllegalStateException {
        // Nothing more to do: its connection holds it.
    }

    @Override
    public void close() {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(%d)".formatted(KEY));
        } catch (SQLException gone) {
            // A connection that is gone holds no lock.
        }
    }
}
