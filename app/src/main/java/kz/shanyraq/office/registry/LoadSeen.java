package kz.shanyraq.office.registry;

import java.nio.charset.StandardCharsets;
import kz.shanyraq.nation.files.Vector;

/// The ids that a file has named so far, by 64 bits of each: a second row with the same id is noticed without asking
/// the
/// database. Twenty million ids take 270 to 540 MB; that two different ones are taken for one has a chance of one in 90
/// 000.
final class LoadSeen {

    private static final int FIRST = 1 << 12;

    private long[] table = new long[FIRST];
    private int size;

    /// Adds an id.
    ///
    /// @return whether it is new
    boolean add(Vector cells, int row) {
        if (cells.kind == Vector.Kind.TEXT) {
            return add(hash(cells.bytes, cells.start(row), cells.end[row]));
        }
        byte[] bytes = cells.text(row).getBytes(StandardCharsets.UTF_8);
        return add(hash(bytes, 0, bytes.length));
    }

    private boolean add(long hash) {
        if (8L * size > 5L * table.length) {
            grow();
        }
        int at = place(table, hash);
        if (table[at] == hash) {
            return false;
        }
        table[at] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * table.length];
        for (long hash : table) {
            if (hash != 0) {
                larger[place(larger, hash)] = hash;
            }
        }
        table = larger;
    }

    private static int place(long[] table, long hash) {
        int mask = table.length - 1;
        int at = (int) hash & mask;
        while (table[at] != 0 && table[at] != hash) {
            at = at + 1 & mask;
        }
        return at;
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = 0xCBF2_9CE4_8422_2325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x0000_0100_0000_01B3L;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ hash >>> 31) * 0x9E37_79B9_7F4A_7C15L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
