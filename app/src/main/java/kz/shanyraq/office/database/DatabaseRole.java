package kz.shanyraq.office.database;

import java.util.Locale;

/// The roles of the database. None may bypass row-level security, and none is an administrator.
enum DatabaseRole {

    /// Owns the schemas and runs the migrations.
    OWNER(true, ""),
    /// Reads and writes for the pages; sees what the rights of a transaction let it see.
    OFFICE(true, "30s"),
    /// Mass work of the registry.
    INTAKE(true, ""),
    /// Owns the functions that append to the log of looks.
    LOG(false, ""),
    /// Owns the functions that read for search, within the territory of the caller.
    SEARCH(false, "");

    private final boolean login;
    private final String statementTimeout;

    DatabaseRole(boolean login, String statementTimeout) {
        this.login = login;
        this.statementTimeout = statementTimeout;
    }

    /// Its name in the database.
    String sqlName() {
        return "shanyraq_" + name().toLowerCase(Locale.ROOT);
    }

    boolean login() {
        return login;
    }

    /// How long one statement may run; empty for no limit.
    String statementTimeout() {
        return statementTimeout;
    }
}
