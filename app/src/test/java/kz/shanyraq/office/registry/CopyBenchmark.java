package kz.shanyraq.office.registry;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.office.database.TestDatabase;
import org.postgresql.PGConnection;

/// The floor of a load: `CopyBenchmark NATION` copies the CSV files of a nation as they are into tables of text,
/// without
/// an index, a rule or a date: what `shanyraq load` of the same nation takes is beside it in docs/benchmarks.md.
public final class CopyBenchmark {

    /// Runs the benchmark and prints what it measured.
    public static void main(String[] arguments) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        TestDatabase database = TestDatabase.fresh();
        try (Connection connection = database.admin().getConnection()) {
            long rows = 0;
            long began = System.nanoTime();
            for (Path file : files) {
                rows += copy(connection, file);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            try (Statement statement = connection.createStatement();
                    ResultSet size = statement.executeQuery(
                            "select sum(pg_total_relation_size(oid)) from pg_class where relname like 'floor\\_%' and relkind = 'r'")) {
                size.next();
                System.out.printf(
                        "copied %,d rows of %d files in %.1f s: %,.0f rows/s; %,d MiB%n",
                        rows, files.size(), seconds, rows / seconds, size.getLong(1) >> 20);
            }
        }
    }

    private static long copy(Connection connection, Path file) throws SQLException, IOException {
        String table = "floor_" + file.getFileName().toString().replace(".csv", "");
        String head;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            head = Objects.requireNonNull(reader.readLine());
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                Statement statement = connection.createStatement()) {
            statement.execute("create table %s (%s)"
                    .formatted(
                            table,
                            Arrays.stream(head.split(","))
                                    .map(column -> '"' + column + "\" text")
                                    .collect(Collectors.joining(", "))));
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s from stdin (format csv, header)".formatted(table), in);
        }
    }

    private CopyBenchmark() {}
}
