package kz.shanyraq.office.registry;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// The rows of a query as COPY sends them in PostgreSQL's binary form, read cell after cell: no object for a cell.
final class CopyRows implements AutoCloseable {

    private static final int HEADER = 19;

    /// Days from 1970-01-01 to 2000-01-01, where PostgreSQL begins to count.
    private static final int EPOCH = 10_957;

    private final CopyOut copy;
    private byte[] row = {};
    private int at;
    private int length;
    private boolean begun;

    /// Begins to read.
    ///
    /// @param query a select without a semicolon
    CopyRows(Connection connection, String query) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (%s) to stdout (format binary)".formatted(query));
    }

    /// Goes to the next row; false after the last one.
    boolean next() throws SQLException {
        byte[] read = copy.readFromCopy();
        if (read == null) {
            return false;
        }
        row = read;
        at = 0;
        if (!begun) {
            begun = true;
            at = HEADER;
            if (at == row.length) {
                return next();
            }
        }
        // The last message has no cells.
        return number(2) >= 0 || next();
    }

    /// Goes to the next cell; false if it is null.
    boolean cell() {
        length = (int) number(4);
        return length >= 0;
    }

    /// A cell that holds a whole number of any width.
    long whole() {
        return number(length);
    }

    /// The next cell as a whole number.
    ///
    /// @param none what stands for null
    long whole(long none) {
        return cell() ? number(length) : none;
    }

    /// A cell that holds a day, counted from 1970-01-01; `infinity` is [Integer#MAX_VALUE].
    int day() {
        int day = (int) number(4);
        return day == Integer.MAX_VALUE ? day : day + EPOCH;
    }

    /// A cell that holds text: its bytes are those from [#start()] on.
    byte[] bytes() {
        return row;
    }

    /// Where the cell's text begins; goes past the cell.
    int start() {
        int start = at;
        at += length;
        return start;
    }

    /// How many bytes the cell has.
    int length() {
        return length;
    }

    /// The next cell as text.
    @Nullable
    String text() {
        return cell() ? new String(row, start(), length, StandardCharsets.UTF_8) : null;
    }

    private long number(int bytes) {
        long number = row[at++];
        for (int i = 1; i < bytes; i++) {
            number = number << 8 | row[at++] & 0xFF;
        }
        return number;
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
