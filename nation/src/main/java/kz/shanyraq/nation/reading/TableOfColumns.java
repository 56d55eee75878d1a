package kz.shanyraq.nation.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.Table;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.nation.files.Vector;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;

/// A file of the household format, read in batches: its columns found by name, its cells checked one by one.
final class TableOfColumns implements AutoCloseable {

    /// The longest id that is taken, in bytes: longer ones come from files that are torn.
    static final int LONGEST_ID = 255;

    private final Table table;
    private final Batch batch;
    private final Map<Column, Vector> vectors = new EnumMap<>(Column.class);
    private final List<Column> checked = new ArrayList<>();
    private final List<Column> ids = new ArrayList<>();
    private final Map<Column, Cells> cells = new EnumMap<>(Column.class);

    /// Opens a file, and finds its columns.
    ///
    /// @throws Unreadable if a required column is missing
    TableOfColumns(Path file, HouseholdFile kind, Warnings warnings) {
        this.table = Table.open(file);
        List<String> header = table.columns();
        List<Column> known = Column.of(kind);
        for (Column column : known) {
            if (column.required() && !header.contains(column.header())) {
                table.close();
                boolean tabs = header.getFirst().contains("\t");
                throw new Unreadable("""
                        The file %s has no column '%s', which is required. Its columns are: %s.
                        Maybe %s.""".formatted(
                        file,
                        column.header(),
                        String.join(", ", header).replace('\t', ' '),
                        tabs ? "its cells are separated by tabs: use , or ;" : "it is another file of the format"));
            }
        }
        for (String name : header) {
            if (known.stream().noneMatch(column -> column.header().equals(name))) {
                warnings.add("An unknown column is ignored", "%s of %s".formatted(name, file.getFileName()));
            }
        }
        List<Column> found = known.stream()
                .filter(column -> header.contains(column.header()))
                .toList();
        this.batch = table.choose(found.stream().map(Column::header).toList());
        for (int i = 0; i < found.size(); i++) {
            Column column = found.get(i);
            vectors.put(column, batch.column(i));
            if (!column.held() && column.header().endsWith("_id")) {
                ids.add(column);
            }
            if (column.held() || TextForm.of(column) != TextForm.ANY) {
                checked.add(column);
                if (column.held()) {
                    cells.put(column, new Cells(column));
                }
            }
        }
    }

    Path file() {
        return table.file();
    }

    long rowsIfKnown() {
        return table.rowsIfKnown();
    }

    /// The columns that the file has.
    List<Column> found() {
        return List.copyOf(vectors.keySet());
    }

    boolean has(Column column) {
        return vectors.containsKey(column);
    }

    boolean next() {
        return table.read(batch);
    }

    int rows() {
        return batch.rows;
    }

    long line(int row) {
        return batch.lines[row];
    }

    /// The cells of a column that the file has.
    Vector vector(Column column) {
        Vector vector = vectors.get(column);
        if (vector == null) {
            throw new IllegalStateException(column.name());
        }
        return vector;
    }

    /// The raw value of a cell; not known where the file has no such column.
    long value(Column column, int row) {
        Cells reader = cells.get(column);
        return reader == null ? column.type().unknown() : reader.read(vector(column), row);
    }

    /// A cell as text; empty where the file has no such column.
    String text(Column column, int row) {
        return has(column) ? vector(column).text(row) : "";
    }

    /// Whether every cell of a row can be read; the first that cannot is told to the rejects.
    boolean check(int row, Rejects rejects) {
        if (batch.oddCells[row] != 0) {
            reject(
                    row,
                    rejects,
                    "",
                    "",
                    "the line has %d cells, the header has %d"
                            .formatted(batch.oddCells[row], table.columns().size()));
            return false;
        }
        for (Map.Entry<Column, Vector> entry : vectors.entrySet()) {
            if (entry.getKey().required() && entry.getValue().empty[row]) {
                reject(row, rejects, entry.getKey().header(), "", "a value is required");
                return false;
            }
        }
        for (Column column : ids) {
            if (isTooLong(vector(column), row)) {
                String beginning = vector(column).text(row).substring(0, LONGEST_ID / 4) + "…";
                reject(
                        row,
                        rejects,
                        column.header(),
                        beginning,
                        "the id is longer than %d bytes".formatted(LONGEST_ID));
                return false;
            }
        }
        for (Column column : checked) {
            Cells reader = cells.get(column);
            Vector vector = vector(column);
            if (reader != null && reader.read(vector, row) == Cells.WRONG) {
                reject(row, rejects, column.header(), vector.text(row), reader.why(vector, row));
                return false;
            }
            if (reader == null && !vector.empty[row]) {
                String text = vector.text(row);
                if (!TextForm.of(column).fits(text)) {
                    reject(
                            row,
                            rejects,
                            column.header(),
                            text,
                            "'%s' is not %s".formatted(text, TextForm.of(column).words()));
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether an id is longer than any that is taken.
    static boolean isTooLong(Vector ids, int row) {
        return ids.kind == Vector.Kind.TEXT && ids.length(row) > LONGEST_ID;
    }

    /// Tells a row to the rejects.
    void reject(int row, Rejects rejects, String column, String value, String reason) {
        rejects.add(file(), line(row), column, value, reason);
    }

    @Override
    public void close() {
        table.close();
    }
}
