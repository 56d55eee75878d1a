package kz.shanyraq.office.access;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Appends to the log of looks, over a few connections of its own: a page that reads in a transaction does not wait
/// for a second connection of its pool, and
/// what was logged stays logged when the page's transaction is rolled back.
@Component
class LookLog {

    private static final String APPEND = "select access.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String APPEND_AS = "select access.append_as(?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int LONGEST_DETAIL = 200;
    private static final int CONNECTIONS = 6;
    private static final long PATIENCE = 3_000;

    private final HikariDataSource pool;
    private final Door door;
    private final AtomicInteger lane = new AtomicInteger();

    LookLog(DataSource dataSource, Door door) {
        this.door = door;
        this.pool = pool(dataSource);
    }

    @PreDestroy
    void close() {
        pool.close();
    }

    /// One line for each look.
    void append(Acting acting, Access.Line line, List<Look> looks) {
        switch (acting) {
            case Acting.Officer officer ->
                append(officer.proof(), officer.post().id(), line, looks);
            case Acting.Citizen citizen -> append(citizen.proof(), null, line, looks);
            case Acting.TheOffice office -> appendAs("system", null, line);
            case Acting.Nobody nobody -> appendAs("anonymous", null, line);
        }
    }

    /// What happens to an account without a session, such as a refused sign-in.
    void appendAs(String role, @Nullable UUID account, Access.Line line) {
        try (Connection connection = pool.getConnection();
                PreparedStatement append = connection.prepareStatement(APPEND_AS)) {
            append.setString(1, door.key());
            append.setInt(2, nextLane());
            append.setString(3, role);
            append.setObject(4, account, Types.OTHER);
            append.setString(5, line.action().word());
            append.setString(6, line.purpose().word());
            append.setString(7, line.reason());
            append.setString(8, shortened(line.detail()));
            append.execute();
        } catch (SQLException broken) {
            throw new LogUnwritable(broken);
        }
    }

    private void append(Proof proof, @Nullable UUID post, Access.Line line, List<Look> looks) {
        var subjects = Access.Subjects.of(looks);
        try (Connection connection = pool.getConnection();
                PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setString(1, proof.token());
            append.setObject(2, post, Types.OTHER);
            append.setInt(3, nextLane());
            append.setString(4, line.action().word());
            append.setString(5, line.purpose().word());
            append.setString(6, line.reason());
            append.setString(7, shortened(line.detail()));
            append.setArray(8, connection.createArrayOf("bigint", subjects.persons()));
            append.setArray(9, connection.createArrayOf("bigint", subjects.families()));
            append.setArray(10, connection.createArrayOf("text", subjects.numbers()));
            append.execute();
        } catch (SQLException broken) {
            throw new LogUnwritable(broken);
        }
    }

    private int nextLane() {
        return lane.getAndIncrement() & 15;
    }

    private static String shortened(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }

    private static HikariDataSource pool(DataSource dataSource) {
        try {
            var config = new HikariConfig();
            dataSource.unwrap(HikariDataSource.class).copyStateTo(config);
            config.setPoolName("looks");
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(1);
            config.setConnectionTimeout(PATIENCE);
            config.setAutoCommit(true);
            config.setMetricRegistry(null);
            return new HikariDataSource(config);
        } catch (SQLException broken) {
            throw new IllegalStateException("The pool of the office is not the one that the log expects.", broken);
        }
    }
}
