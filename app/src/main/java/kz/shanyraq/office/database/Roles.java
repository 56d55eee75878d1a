package kz.shanyraq.office.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/// The roles and extensions of the database, made where they are missing.
final class Roles {

    private static final long LOCK = 0x5348_414E_5952_4151L;

    private static final List<String> EXTENSIONS = List.of("pg_trgm", "btree_gist", "pgcrypto");

    private static final String MISSING = """
            select case when exists (select from pg_roles where rolname = '%s') then 0 else 1 end
            """;

    private static final String MAY_EVERYTHING = "select rolsuper from pg_roles where rolname = current_user";

    private static final String LETTERS = "select show_trgm('\u04d9\u049b')::text like '%0x%'";

    /// Makes what is missing, with the rights of an administrator.
    static void prepare(Server server) {
        try (Connection connection = server.admin();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(%d)".formatted(LOCK));
            for (DatabaseRole role : DatabaseRole.values()) {
                if (number(statement, MISSING.formatted(role.sqlName())) == 1) {
                    statement.execute("create role %s %s nocreatedb nocreaterole noreplication nobypassrls"
                            .formatted(role.sqlName(), role.login() ? "login" : "nologin"));
                }
            }
            if (!yes(statement, MAY_EVERYTHING)) {
                statement.execute("""
                        grant shanyraq_owner, shanyraq_log, shanyraq_search to current_user with inherit true, set true
                        """);
            }
            for (DatabaseRole role : DatabaseRole.values()) {
                if (role.login()) {
                    connection
                            .unwrap(PGConnection.class)
                            .alterUserPassword(
                                    role.sqlName(), server.password(role).toCharArray(), "scram-sha-256");
                    statement.execute("alter role %s set search_path = public".formatted(role.sqlName()));
                    statement.execute("alter role %s set jit = off".formatted(role.sqlName()));
                }
                if (!role.statementTimeout().isEmpty()) {
                    statement.execute("alter role %s set statement_timeout = '%s'"
                            .formatted(role.sqlName(), role.statementTimeout()));
                    statement.execute(
                            "alter role %s set idle_in_transaction_session_timeout = '60s'".formatted(role.sqlName()));
                }
            }
            statement.execute("""
                    grant shanyraq_log, shanyraq_search to shanyraq_owner with inherit false, set true
                    """);
            for (String extension : EXTENSIONS) {
                statement.execute("create extension if not exists %s with schema public".formatted(extension));
            }
            String database = connection.getCatalog();
            statement.execute("revoke all on database \"%s\" from public".formatted(database));
            statement.execute("revoke create on schema public from public");
            statement.execute(
                    "grant connect, create, temporary on database \"%s\" to shanyraq_owner".formatted(database));
            statement.execute("grant connect, temporary on database \"%s\" to shanyraq_intake".formatted(database));
            statement.execute("grant connect on database \"%s\" to shanyraq_office".formatted(database));
            statement.execute("""
                    alter default privileges for role shanyraq_owner revoke execute on functions from public
                    """);
            if (!yes(statement, LETTERS)) {
                throw new Unreachable("""
                        The database at %s does not know Kazakh letters: its LC_CTYPE is C.
                        Maybe make the database with LC_CTYPE C.UTF-8, or let the office make one of its own.""".formatted(server.place()));
            }
            connection.commit();
        } catch (SQLException broken) {
            throw new Unreachable("""
                    The roles of the database at %s cannot be made: %s
                    Maybe its user may not make roles (CREATEROLE), or does not own the database.""".formatted(server.place(), broken.getMessage()), broken);
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static boolean yes(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }

    private Roles() {}
}
