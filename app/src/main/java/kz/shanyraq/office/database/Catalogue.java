package kz.shanyraq.office.database;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// What a database holds, as its own catalogue says: the part of it that a copy is made of.
final class Catalogue {

    /// Tables with rows of their own that last: neither views nor what is lost with the server's memory.
    private static final String TABLES = """
            select n.nspname, c.relname,
                   array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '')
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname = any (?)
              and c.relname <> 'flyway_schema_history'
            group by n.nspname, c.relname
            order by array_position(?, n.nspname::text), c.relname
            """;

    private static final String SEQUENCES = """
            select schemaname, sequencename, coalesce(last_value, start_value), last_value is not null
            from pg_sequences
            where schemaname = any (?)
            order by 1, 2
            """;

    private static final String MIGRATIONS = """
            select version || ' ' || checksum
            from %s.flyway_schema_history
            where success and version is not null and checksum is not null
            order by installed_rank
            """;

    private static final String HAS_HISTORY = "select to_regclass(?) is not null";

    private final Connection connection;
    private final List<String> schemas;

    Catalogue(Connection connection, List<String> schemas) {
        this.connection = connection;
        this.schemas = schemas;
    }

    /// The settings under which rows read the same on every machine, and under which no right hides a row: a
    /// statement that would be filtered fails instead.
    void readEverything() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    set row_security = off;
                    set statement_timeout = 0;
                    set idle_in_transaction_session_timeout = 0;
                    set datestyle = 'ISO, YMD';
                    set intervalstyle = 'postgres';
                    set timezone = 'UTC';
                    set bytea_output = 'hex';
                    set extra_float_digits = 1;
                    set search_path = public
                    """);
        }
    }

    /// The tables, without their rows.
    List<Manifest.Table> tables() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            var names = connection.createArrayOf("text", schemas.toArray());
            statement.setArray(1, names);
            statement.setArray(2, names);
            try (ResultSet result = statement.executeQuery()) {
                var tables = new ArrayList<Manifest.Table>();
                while (result.next()) {
                    var columns = Arrays.asList((String[]) result.getArray(3).getArray());
                    tables.add(new Manifest.Table(result.getString(1), result.getString(2), columns, 0, "", 0, ""));
                }
                return tables;
            }
        }
    }

    /// The sequences.
    List<Manifest.Sequence> sequences() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEQUENCES)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                var sequences = new ArrayList<Manifest.Sequence>();
                while (result.next()) {
                    sequences.add(new Manifest.Sequence(
                            result.getString(1), result.getString(2), result.getLong(3), result.getBoolean(4)));
                }
                return sequences;
            }
        }
    }

    /// The migrations that have run.
    List<Manifest.Schema> migrations() throws SQLException {
        var found = new ArrayList<Manifest.Schema>();
        for (String schema : schemas) {
            var versions = new ArrayList<String>();
            if (hasHistory(schema)) {
                try (Statement statement = connection.createStatement();
                        ResultSet result = statement.executeQuery(MIGRATIONS.formatted(Manifest.quoted(schema)))) {
                    while (result.next()) {
                        versions.add(result.getString(1));
                    }
                }
            }
            found.add(new Manifest.Schema(schema, versions));
        }
        return found;
    }

    private boolean hasHistory(String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HAS_HISTORY)) {
            statement.setString(1, schema + ".flyway_schema_history");
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /// Reads all rows of a table.
    ///
    /// @param to gets them in the form of COPY; null to count and sum them only
    /// @return the table with what was read
    Manifest.Table read(Manifest.Table table, @Nullable OutputStream to) throws SQLException, IOException {
        MessageDigest digest = RowSum.sha256();
        var sum = new RowSum();
        long bytes = 0;
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy %s (%s) to stdout".formatted(table.sqlName(), table.sqlColumns()));
        try {
            byte[] row;
            while ((row = copy.readFromCopy()) != null) {
                digest.update(row);
                sum.add(row, 0, row.length);
                bytes += row.length;
                if (to != null) {
                    to.write(row);
                }
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return new Manifest.Table(
                table.schema(),
                table.name(),
                table.columns(),
                sum.rows(),
                sum.text(),
                bytes,
                HexFormat.of().formatHex(digest.digest()));
    }
}
