package kz.shanyraq.nation.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.shanyraq.nation.files.Vector;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Column.Type;

/// Reads the cells of one column as raw values of [Column]: fast ways for the common forms, and
/// [Column#parse] for the rest and for the words of an error.
final class Cells {

    /// What [#read] answers for a cell of the wrong form.
    static final long WRONG = Long.MIN_VALUE;

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final int MOST_DIGITS = 9;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2600;

    private final Column column;
    private final Type type;
    private final byte[][] codes;
    private final long empty;

    Cells(Column column) {
        this.column = column;
        this.type = column.type();
        List<Code> list = column.codes();
        this.codes = new byte[list.size()][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = list.get(i).code().getBytes(StandardCharsets.US_ASCII);
        }
        this.empty = column.empty();
    }

    /// The raw value of a cell; that of an empty cell where it is empty, [#WRONG] where it cannot be read.
    long read(Vector cells, int row) {
        if (cells.empty[row]) {
            return empty;
        }
        return switch (cells.kind) {
            case TEXT -> text(cells.bytes, cells.start(row), cells.length(row), cells, row);
            case LONG -> number(cells.longs[row], cells, row);
            case BOOLEAN -> type == Type.BOOLEAN ? cells.longs[row] : WRONG;
            case DATE -> type == Type.DATE || type == Type.EVENT ? cells.longs[row] : slow(cells, row);
            case DECIMAL -> type == Type.AREA && cells.longs[row] >= 0 ? cells.longs[row] : slow(cells, row);
            case DOUBLE -> slow(cells, row);
        };
    }

    private long number(long value, Vector cells, int row) {
        return switch (type) {
            case COUNT ->
                column == Column.REGION
                        ? value >= 0 && value < 100 ? value : WRONG
                        : value >= 0 && value <= 999_999_999 ? value : WRONG;
            case MONEY -> value >= 0 && value <= column.most() ? value : WRONG;
            case AREA -> value >= 0 && value < 1_000_000_000 ? 100 * value : WRONG;
            default -> slow(cells, row);
        };
    }

    private long text(byte[] bytes, int from, int length, Vector cells, int row) {
        return switch (type) {
            case CODE -> code(bytes, from, length);
            case BOOLEAN -> equal(TRUE, bytes, from, length) ? 1 : equal(FALSE, bytes, from, length) ? 0 : WRONG;
            case MONEY -> length <= MOST_DIGITS ? digits(bytes, from, length) : slow(cells, row);
            case COUNT ->
                column == Column.REGION || length > MOST_DIGITS ? slow(cells, row) : digits(bytes, from, length);
            case MONTH -> month(bytes, from, length, cells, row);
            case DATE, EVENT -> date(bytes, from, length, cells, row);
            case TEXT, AREA, BENEFITS -> slow(cells, row);
        };
    }

    private long code(byte[] bytes, int from, int length) {
        for (int i = 0; i < codes.length; i++) {
            if (equal(codes[i], bytes, from, length)) {
                return i;
            }
        }
        return WRONG;
    }

    private long month(byte[] bytes, int from, int length, Vector cells, int row) {
        long year = length == 7 && bytes[from + 4] == '-' ? digits(bytes, from, 4) : WRONG;
        long month = year < FIRST_YEAR || year > LAST_YEAR ? WRONG : digits(bytes, from + 5, 2);
        return month < 1 || month > 12 ? slow(cells, row) : year * 12 + month - 1;
    }

    /// Days up to the 28th of a month, which every month has, are read here; the others with the calendar.
    private long date(byte[] bytes, int from, int length, Vector cells, int row) {
        boolean form = length == 10 && bytes[from + 4] == '-' && bytes[from + 7] == '-';
        long year = form ? digits(bytes, from, 4) : WRONG;
        long month = year < FIRST_YEAR || year > LAST_YEAR ? WRONG : digits(bytes, from + 5, 2);
        long day = month < 1 || month > 12 ? WRONG : digits(bytes, from + 8, 2);
        return day < 1 || day > 28 ? slow(cells, row) : daysBefore((int) year, (int) month) + day - 1;
    }

    /// Days from 1970-01-01 to the first of a month of the Gregorian calendar.
    private static long daysBefore(int year, int month) {
        int y = month > 2 ? year : year - 1; // years begin in March, so that the leap day is the last
        long leapDays = (long) y / 4 - y / 100 + y / 400;
        long inYear = (153L * ((month + 9) % 12) + 2) / 5;
        return 365L * y + leapDays + inYear - 719_468;
    }

    private static boolean equal(byte[] code, byte[] bytes, int from, int length) {
        if (code.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (code[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static long digits(byte[] bytes, int from, int length) {
        long value = 0;
        for (int i = from; i < from + length; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return WRONG;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    private long slow(Vector cells, int row) {
        try {
            return column.parse(cells.text(row));
        } catch (IllegalArgumentException wrong) {
            return WRONG;
        }
    }

    /// Why a cell that [#read] called wrong is so, in a sentence.
    String why(Vector cells, int row) {
        String text = cells.text(row);
        try {
            column.parse(text);
        } catch (IllegalArgumentException wrong) {
            return String.valueOf(wrong.getMessage());
        }
        return "'%s' is a %s, which this column does not hold"
                .formatted(text, cells.kind == Vector.Kind.BOOLEAN ? "truth value" : "number");
    }
}
