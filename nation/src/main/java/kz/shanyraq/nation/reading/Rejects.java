package kz.shanyraq.nation.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.TableWriter;
import kz.shanyraq.nation.files.TableWriter.Column;
import org.jspecify.annotations.Nullable;

/// The rows that cannot be read, written to a file as they are found, and counted. Without a rejected row
/// there is no file.
public final class Rejects implements Rejected, AutoCloseable {

    /// The columns of the file.
    public static final List<Column> COLUMNS = List.of(
            Column.text("file"),
            Column.money("line"),
            Column.text("column"),
            Column.text("value"),
            Column.text("reason"));

    private final Path file;
    private final TreeMap<String, Long> byReason = new TreeMap<>();
    private @Nullable TableWriter writer;
    private @Nullable Batch batch;
    private long rows;

    /// Rejects to be written to a CSV file; one left over from an earlier run is removed.
    public Rejects(Path file) {
        this.file = file;
        try {
            Files.deleteIfExists(file);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException("The file %s cannot be replaced.".formatted(file), broken);
        }
    }

    @Override
    public void add(Path source, long line, String column, String value, String reason) {
        if (writer == null || batch == null) {
            writer = TableWriter.create(file, COLUMNS);
            batch = writer.batch();
        }
        Batch batch = this.batch;
        batch.clear();
        batch.column(0).add(source.getFileName().toString());
        batch.column(1).add(line);
        batch.column(2).add(column);
        batch.column(3).add(value);
        batch.column(4).add(reason);
        batch.rows = 1;
        writer.write(batch);
        rows++;
        byReason.merge(source.getFileName() + (column.isEmpty() ? "" : ", " + column), 1L, Long::sum);
    }

    /// How many rows were rejected.
    public long rows() {
        return rows;
    }

    /// How many rows were rejected, by file and column.
    public Map<String, Long> byColumn() {
        return Map.copyOf(byReason);
    }

    /// The file of the rejects.
    public Path file() {
        return file;
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }
}
