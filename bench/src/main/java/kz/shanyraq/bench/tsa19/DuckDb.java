package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import kz.shanyraq.bench.measure.Contender;

/// The rule in SQL by DuckDB, with as many threads as the others and free to order its rows as it likes.
final class DuckDb implements Contender {

    private final Connection connection;
    private final String timed;
    private final String afterwards;
    private final Path file;

    private DuckDb(Path file, String before, String timed, String afterwards) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        this.timed = timed;
        this.afterwards = afterwards;
        this.file = file;
        execute("set threads = " + Work.THREADS);
        execute("set preserve_insertion_order = false");
        execute(before);
    }

    /// From the two Parquet files to a Parquet file.
    static DuckDb onFiles(Work work) throws IOException, SQLException {
        Path file = work.decisions("duckdb");
        String rule = rule(table(work.familiesFile()), table(work.personsFile()));
        return new DuckDb(file, "", copy("(" + rule + ")", file), "");
    }

    /// The rule alone: the tables are in memory, and so is that of the decisions.
    static DuckDb inMemory(Work work) throws IOException, SQLException {
        Path file = work.decisions("duckdb-memory");
        String load = "create table families as from %s; create table persons as from %s"
                .formatted(table(work.familiesFile()), table(work.personsFile()));
        String rule = "create or replace table decisions as " + rule("families", "persons");
        return new DuckDb(file, load, rule, copy("decisions", file));
    }

    private static String table(Path file) {
        return "read_parquet('%s')".formatted(file);
    }

    private static String copy(String table, Path file) {
        return "copy %s to '%s' (format parquet, compression zstd)".formatted(table, file);
    }

    /// The rule as a query.
    static String rule(String families, String persons) throws IOException {
        try (var sql = Objects.requireNonNull(DuckDb.class.getResourceAsStream("tsa19.sql"))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{families}", families)
                    .replace("{persons}", persons);
        }
    }

    private void execute(String sql) throws SQLException {
        if (!sql.isEmpty()) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void run() throws SQLException {
        execute(timed);
    }

    @Override
    public long checksum() throws SQLException {
        execute(afterwards);
        return Checksum.of(file);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IOException(broken);
        }
    }
}
