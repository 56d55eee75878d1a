package kz.shanyraq.office.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/// The pools of connections, one for each login role.
final class Pools {

    private static final int PAGES = 12;
    private static final int MASS_WORK = 8;
    private static final int MIGRATIONS = 3;
    private static final long PATIENCE = 10_000;

    /// For the pages.
    static HikariDataSource office(Server server) {
        return pool(server, DatabaseRole.OFFICE, PAGES, 2);
    }

    /// For the mass work of the registry.
    static HikariDataSource intake(Server server) {
        return pool(server, DatabaseRole.INTAKE, MASS_WORK, 0);
    }

    /// For migrations and for the copy of everything; closed after use.
    static HikariDataSource owner(Server server) {
        return pool(server, DatabaseRole.OWNER, MIGRATIONS, 0);
    }

    private static HikariDataSource pool(Server server, DatabaseRole role, int most, int idle) {
        var config = new HikariConfig();
        config.setPoolName(role.sqlName().replace("shanyraq_", ""));
        config.setJdbcUrl(server.url());
        config.setUsername(role.sqlName());
        config.setPassword(server.password(role));
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(idle);
        config.setConnectionTimeout(PATIENCE);
        config.setAutoCommit(true);
        config.addDataSourceProperty("ApplicationName", role.sqlName());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The details of an error hold values of rows, which belong in no log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    private Pools() {}
}
