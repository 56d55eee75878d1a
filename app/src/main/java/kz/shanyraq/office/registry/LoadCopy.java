package kz.shanyraq.office.registry;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import kz.shanyraq.nation.files.Vector;
import org.postgresql.copy.CopyIn;

/// Rows for COPY in PostgreSQL's binary form, written by hand: no object for a row.
final class LoadCopy {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int FLUSH = 1 << 16;

    /// Days from 1970-01-01 to 2000-01-01, where PostgreSQL begins to count.
    private static final int EPOCH = 10_957;

    /// The date that stands for "it never happened".
    static final int INFINITY = Integer.MAX_VALUE;

    private final CopyIn copy;
    private byte[] buffer = new byte[2 * FLUSH];
    private int size;

    /// Rows into a COPY that has begun.
    LoadCopy(CopyIn copy) {
        this.copy = copy;
        System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
        size = HEADER.length;
    }

    /// Begins a row.
    void row(int cells) throws SQLException {
        if (size >= FLUSH) {
            flush();
        }
        room(2);
        buffer[size++] = (byte) (cells >>> 8);
        buffer[size++] = (byte) cells;
    }

    void none() {
        room(4);
        put4(-1);
    }

    void smallint(int value) {
        room(6);
        put4(2);
        buffer[size++] = (byte) (value >>> 8);
        buffer[size++] = (byte) value;
    }

    void integer(int value) {
        room(8);
        put4(4);
        put4(value);
    }

    void bigint(long value) {
        room(12);
        put4(8);
        put4((int) (value >>> 32));
        put4((int) value);
    }

    void truth(boolean value) {
        room(5);
        put4(1);
        buffer[size++] = (byte) (value ? 1 : 0);
    }

    /// A day counted from 1970-01-01.
    void date(int day) {
        integer(day - EPOCH);
    }

    /// The date that is never.
    void never() {
        integer(INFINITY);
    }

    void text(byte[] bytes, int from, int length) {
        room(4 + length);
        put4(length);
        System.arraycopy(bytes, from, buffer, size, length);
        size += length;
    }

    void text(byte[] bytes) {
        text(bytes, 0, bytes.length);
    }

    void text(String text) {
        text(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A cell of a file as text; none if it is empty.
    void text(Vector cells, int row) {
        if (cells.empty[row]) {
            none();
        } else if (cells.kind == Vector.Kind.TEXT) {
            text(cells.bytes, cells.start(row), cells.length(row));
        } else {
            text(cells.text(row));
        }
    }

    /// Ends the COPY.
    long end() throws SQLException {
        room(2);
        buffer[size++] = -1;
        buffer[size++] = -1;
        flush();
        return copy.endCopy();
    }

    private void put4(int value) {
        buffer[size++] = (byte) (value >>> 24);
        buffer[size++] = (byte) (value >>> 16);
        buffer[size++] = (byte) (value >>> 8);
        buffer[size++] = (byte) value;
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + more, 2 * buffer.length));
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, size);
        size = 0;
    }
}
