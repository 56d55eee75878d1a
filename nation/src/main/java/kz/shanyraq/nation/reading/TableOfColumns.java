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
import org.jspecify.annotations.Nullable;

/// A file of the household format, read in batches: its columns found by name, its cells checked one by one.
public final class TableOfColumns implements AutoCloseable {

    /// The longest id that is taken, in bytes: longer ones come from files that are torn.
    static final int LONGEST_ID = 255;

    private final Table table;
    private final Batch batch;
    private final Map<Column, Vector> vectors = new EnumMap<>(Column.class);
    private final List<Checked> required = new ArrayList<>();
    private final List<Checked> ids = new ArrayList<>();
    private final List<Checked> checked = new ArrayList<>();

    /// The readers of the held columns by their ordinals, and what they read last.
    private final @Nullable Cells[] cells = new @Nullable Cells[Column.values().length];

    private final long[] values = new long[Column.values().length];

    /// The row of which the last check has read every value; -1 if there is none.
    private int valuesOf = -1;

    /// A column whose cells are checked: by its reader if it is held, else by the form of its text.
    private record Checked(
            Column column, Vector vector, @Nullable Cells cells, TextForm form) {}

    /// Opens a file, and finds its columns.
    ///
    /// @throws Unreadable if a required column is missing
    public TableOfColumns(Path file, HouseholdFile kind, Warnings warnings) {
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
            Cells reader = column.held() ? new Cells(column) : null;
            var check = new Checked(column, batch.column(i), reader, TextForm.of(column));
            vectors.put(column, check.vector);
            cells[column.ordinal()] = reader;
            if (column.required()) {
                required.add(check);
            }
            if (reader == null && column.header().endsWith("_id")) {
                ids.add(check);
            }
            if (reader != null || check.form != TextForm.ANY) {
                checked.add(check);
            }
        }
    }

    /// The file.
    public Path file() {
        return table.file();
    }

    /// The number of rows, if the file tells; else -1.
    public long rowsIfKnown() {
        return table.rowsIfKnown();
    }

    /// The columns that the file has.
    public List<Column> found() {
        return List.copyOf(vectors.keySet());
    }

    /// Whether the file has a column.
    public boolean has(Column column) {
        return vectors.containsKey(column);
    }

    /// Reads the next rows.
    ///
    /// @return whether there were any
    public boolean next() {
        valuesOf = -1;
        return table.read(batch);
    }

    /// How many rows were read together.
    public int rows() {
        return batch.rows;
    }

    /// The line of a row in its file.
    public long line(int row) {
        return batch.lines[row];
    }

    /// The cells of a column that the file has.
    public Vector vector(Column column) {
        Vector vector = vectors.get(column);
        if (vector == null) {
            throw new IllegalStateException(column.name());
        }
        return vector;
    }

    /// The raw value of a cell; not known where the file has no such column.
    public long value(Column column, int row) {
        Cells reader = cells[column.ordinal()];
        if (reader == null) {
            return column.type().unknown();
        }
        return row == valuesOf ? values[column.ordinal()] : reader.read(vector(column), row);
    }

    /// A cell as text; empty where the file has no such column.
    public String text(Column column, int row) {
        return has(column) ? vector(column).text(row) : "";
    }

    /// Whether every cell of a row can be read; the first that cannot is told to the rejects. The values that were
    /// read are kept for [#value].
    public boolean check(int row, Rejected rejects) {
        valuesOf = -1;
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
        for (int i = 0; i < required.size(); i++) {
            Checked check = required.get(i);
            if (check.vector.empty[row]) {
                reject(row, rejects, check.column.header(), "", "a value is required");
                return false;
            }
        }
        for (int i = 0; i < ids.size(); i++) {
            Checked check = ids.get(i);
            if (isTooLong(check.vector, row)) {
                String beginning = check.vector.text(row).substring(0, LONGEST_ID / 4) + "…";
                reject(
                        row,
                        rejects,
                        check.column.header(),
                        beginning,
                        "the id is longer than %d bytes".formatted(LONGEST_ID));
                return false;
            }
        }
        for (int i = 0; i < checked.size(); i++) {
            if (!check(checked.get(i), row, rejects)) {
                return false;
            }
        }
        valuesOf = row;
        return true;
    }

    private boolean check(Checked check, int row, Rejected rejects) {
        Column column = check.column;
        Vector vector = check.vector;
        Cells reader = check.cells;
        if (reader != null) {
            long value = reader.read(vector, row);
            values[column.ordinal()] = value;
            if (value == Cells.WRONG) {
                reject(row, rejects, column.header(), vector.text(row), reader.why(vector, row));
                return false;
            }
        } else if (!vector.empty[row] && !check.form.fits(vector.text(row))) {
            String text = vector.text(row);
            reject(row, rejects, column.header(), text, "'%s' is not %s".formatted(text, check.form.words()));
            return false;
        }
        return true;
    }

    /// Whether an id is longer than any that is taken.
    public static boolean isTooLong(Vector ids, int row) {
        return ids.kind == Vector.Kind.TEXT && ids.length(row) > LONGEST_ID;
    }

    /// Tells a row to the rejects.
    public void reject(int row, Rejected rejects, String column, String value, String reason) {
        rejects.add(file(), line(row), column, value, reason);
    }

    @Override
    public void close() {
        table.close();
    }
}
