package kz.shanyraq.nation.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A column of a batch of rows as a file holds it: texts (UTF-8), whole numbers, decimals, or truth values,
/// with empty cells. Reused from batch to batch.
public final class Vector {

    /// What the cells are.
    public enum Kind {
        /// Texts, as slices of UTF-8 bytes.
        TEXT,
        /// Whole numbers.
        LONG,
        /// Numbers of floating point, of files that others wrote; we write none.
        DOUBLE,
        /// 1 or 0.
        BOOLEAN,
        /// Days since 1970-01-01.
        DATE,
        /// Hundredths.
        DECIMAL
    }

    private static final int FIRST_SIZE = 1024;

    /// What the cells are.
    public Kind kind;

    /// How many cells there are.
    public int size;

    /// Whether a cell is empty; null while none is.
    public boolean[] empty = new boolean[FIRST_SIZE];

    /// Whole numbers, days, hundredths, and truth values as 1 and 0.
    public long[] longs = {};

    /// Numbers of floating point.
    public double[] doubles = {};

    /// Texts: cell `i` is the bytes from `end[i - 1]` (0 for the first) to `end[i]`.
    public byte[] bytes = {};

    public int[] end = {};

    /// An empty column.
    public Vector(Kind kind) {
        this.kind = kind;
        allocate(FIRST_SIZE);
    }

    private void allocate(int length) {
        empty = Arrays.copyOf(empty, length);
        switch (kind) {
            case TEXT -> end = Arrays.copyOf(end, length);
            case DOUBLE -> doubles = Arrays.copyOf(doubles, length);
            case LONG, BOOLEAN, DATE, DECIMAL -> longs = Arrays.copyOf(longs, length);
        }
    }

    /// Removes all cells; a file whose column is of another kind in the next batch says so here.
    public void clear(Kind kind) {
        if (this.kind != kind) {
            this.kind = kind;
            allocate(Math.max(empty.length, FIRST_SIZE));
        }
        size = 0;
    }

    /// Removes all cells.
    public void clear() {
        size = 0;
    }

    /// Makes room for more cells.
    public void reserve(int more) {
        if (size + more > empty.length) {
            allocate(Math.max(size + more, 2 * empty.length));
        }
    }

    /// Adds an empty cell.
    public void addEmpty() {
        reserve(1);
        empty[size] = true;
        if (kind == Kind.TEXT) {
            end[size] = start(size);
        }
        size++;
    }

    /// Adds a number, day, number of hundredths, or truth value.
    public void add(long value) {
        reserve(1);
        empty[size] = false;
        longs[size++] = value;
    }

    /// Adds a number of floating point.
    public void add(double value) {
        reserve(1);
        empty[size] = false;
        doubles[size++] = value;
    }

    /// Adds a text; an empty text is an empty cell.
    public void add(byte[] text, int from, int length) {
        reserve(1);
        int start = start(size);
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(start + length, 2 * bytes.length + 64));
        }
        System.arraycopy(text, from, bytes, start, length);
        empty[size] = length == 0;
        end[size++] = start + length;
    }

    /// Adds a text; an empty text is an empty cell.
    public void add(byte[] text) {
        add(text, 0, text.length);
    }

    /// Adds a text; an empty text is an empty cell.
    public void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Where the text of a cell begins.
    public int start(int row) {
        return row == 0 ? 0 : end[row - 1];
    }

    /// How many bytes the text of a cell has.
    public int length(int row) {
        return end[row] - start(row);
    }

    /// A cell as text, whatever it is; empty for an empty cell.
    public String text(int row) {
        if (empty[row]) {
            return "";
        }
        return switch (kind) {
            case TEXT -> new String(bytes, start(row), length(row), StandardCharsets.UTF_8);
            case LONG -> Long.toString(longs[row]);
            case DOUBLE -> number(doubles[row]);
            case BOOLEAN -> longs[row] == 1 ? "true" : "false";
            case DATE -> java.time.LocalDate.ofEpochDay(longs[row]).toString();
            case DECIMAL -> hundredths(longs[row]);
        };
    }

    /// A whole number of floating point is told without decimals.
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : new java.math.BigDecimal(Double.toString(value)).toPlainString();
    }

    private static String hundredths(long value) {
        long magnitude = Math.abs(value);
        String sign = value < 0 ? "-" : "";
        return magnitude % 100 == 0
                ? sign + magnitude / 100
                : sign + magnitude / 100 + "." + (magnitude % 100 < 10 ? "0" : "") + magnitude % 100;
    }
}
