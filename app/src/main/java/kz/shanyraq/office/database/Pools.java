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
        HikariConfig config = config(server, DatabaseRole.OFFICE, PAGES, 2);
        // The rules of who may see what make a statement's plan dear (5 to 20 ms) and do not depend on its parameters:
        // each connection plans a statement once.
        config.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        return new HikariDataSource(config);
    }

    /// For the mass work of the registry.
    static HikariDataSource intake(Server server) {
        return new HikariDataSource(config(server, DatabaseRole.INTAKE, MASS_WORK, 0));
    }

    /// For migrations and for the copy of everything; closed after use.
    static HikariDataSource owner(Server server) {
        return new HikariDataSource(config(server, DatabaseRole.OWNER, MIGRATIONS, 0));
    }

    private static HikariConfig config(Server server, DatabaseRole role, int most, int idle) {
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
        return config;
    }

    private Pools() {}
}
