package kz.shanyraq.nation.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The identifiers of a block's families or persons, in the order of their rows, as UTF-8.
public final class Ids {

    /// The number of ids.
    public int size;

    /// Id `i` is the bytes from `start[i]` to `start[i + 1]`.
    public int[] start = {0};

    public byte[] bytes = {};

    /// Removes all ids.
    public void clear() {
        size = 0;
        start[0] = 0;
    }

    /// Adds an id.
    public void add(byte[] id, int from, int length) {
        if (size + 2 > start.length) {
            start = Arrays.copyOf(start, 2 * start.length + 64);
        }
        int end = start[size];
        if (end + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end + length, 2 * bytes.length + 1024));
        }
        System.arraycopy(id, from, bytes, end, length);
        start[++size] = end + length;
    }

    /// An id as text.
    public String text(int row) {
        return new String(bytes, start[row], length(row), StandardCharsets.UTF_8);
    }

    /// The bytes of an id.
    public int length(int row) {
        return start[row + 1] - start[row];
    }
}
