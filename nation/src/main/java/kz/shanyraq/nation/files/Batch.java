package kz.shanyraq.nation.files;

import java.util.Arrays;
import java.util.List;

/// Some consecutive rows of a table, in columns; reused from batch to batch.
public final class Batch {

    private final List<String> names;
    private final Vector[] columns;

    /// How many rows there are.
    public int rows;

    /// The physical line of each row in its file, the header being line 1; of Parquet, the number of the row
    /// plus 1.
    public long[] lines = {};

    /// How many cells a row of a CSV file had, where it is not the number of its header's columns; 0
    /// elsewhere.
    public int[] oddCells = {};

    /// A batch of columns by name.
    public Batch(List<String> names, List<Vector.Kind> kinds) {
        this.names = List.copyOf(names);
        this.columns = new Vector[names.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Vector(kinds.get(i));
        }
    }

    /// The columns' names.
    public List<String> names() {
        return names;
    }

    /// A column by its place.
    public Vector column(int place) {
        return columns[place];
    }

    /// The place of a column, or -1.
    public int place(String name) {
        return names.indexOf(name);
    }

    /// Removes all rows.
    public void clear() {
        rows = 0;
        for (Vector column : columns) {
            column.clear();
        }
    }

    /// Makes room for rows' lines.
    void reserve(int rows) {
        if (lines.length < rows) {
            lines = Arrays.copyOf(lines, Math.max(rows, 2 * lines.length));
            oddCells = Arrays.copyOf(oddCells, lines.length);
        }
    }
}
