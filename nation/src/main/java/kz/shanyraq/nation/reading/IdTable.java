package kz.shanyraq.nation.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kz.shanyraq.nation.files.Vector;

/// Identifiers as UTF-8 bytes, numbered in the order in which they came: a hash table without an object per
/// id (about 30 bytes each beside the text).
final class IdTable {

    /// No such id.
    static final int NONE = -1;

    private static final int CHUNK = 1 << 22;
    private static final int FIRST_SLOTS = 1 << 10;

    private byte[][] chunks = new byte[1][CHUNK];
    private long used;
    private long[] starts = new long[FIRST_SLOTS];
    private int[] hashes = new int[FIRST_SLOTS];
    private int[] slots = new int[2 * FIRST_SLOTS]; // number + 1, 0 for free
    private int size;
    private int latest = NONE;

    /// How many ids there are.
    int size() {
        return size;
    }

    /// The number of the id in a cell, adding it if it is new; the complement of its number if it was there
    /// before.
    int add(Vector cells, int row) {
        return add(cells.bytes, cells.start(row), cells.length(row));
    }

    int add(byte[] id, int from, int length) {
        int hash = hash(id, from, length);
        int slot = slot(id, from, length, hash);
        if (slots[slot] != 0) {
            return ~(slots[slot] - 1);
        }
        append(id, from, length, hash);
        slots[slot] = size;
        latest = size - 1;
        if (2 * size > slots.length) {
            rehash();
        }
        return size - 1;
    }

    /// The number of the id in a cell, or [#NONE]. Fast where cells repeat or follow the order in which the
    /// ids came.
    int find(Vector cells, int row) {
        byte[] id = cells.bytes;
        int from = cells.start(row);
        int length = cells.length(row);
        if (latest >= 0 && equal(latest, id, from, length)) {
            return latest;
        }
        if (latest + 1 < size && equal(latest + 1, id, from, length)) {
            return ++latest;
        }
        int slot = slot(id, from, length, hash(id, from, length));
        if (slots[slot] == 0) {
            return NONE;
        }
        latest = slots[slot] - 1;
        return latest;
    }

    private int slot(byte[] id, int from, int length, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && equal(number, id, from, length)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean equal(int number, byte[] id, int from, int length) {
        long start = starts[number];
        byte[] chunk = chunks[(int) (start / CHUNK)];
        int at = (int) (start % CHUNK);
        int known = (chunk[at] & 0xFF) << 8 | chunk[at + 1] & 0xFF;
        return known == length && Arrays.equals(chunk, at + 2, at + 2 + known, id, from, from + length);
    }

    private void append(byte[] id, int from, int length, int hash) {
        if (length > 0xFFFF || length + 2 > CHUNK) {
            throw new IllegalArgumentException("An id of %d bytes.".formatted(length));
        }
        if (used % CHUNK + length + 2 > CHUNK) {
            used = (used / CHUNK + 1) * CHUNK; // an id does not cross chunks
        }
        int chunk = (int) (used / CHUNK);
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunks.length);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new byte[CHUNK];
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        int at = (int) (used % CHUNK);
        chunks[chunk][at] = (byte) (length >> 8);
        chunks[chunk][at + 1] = (byte) length;
        System.arraycopy(id, from, chunks[chunk], at + 2, length);
        starts[size] = used;
        hashes[size++] = hash;
        used += length + 2;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = hashes[number] & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = number + 1;
        }
    }

    private static int hash(byte[] id, int from, int length) {
        int hash = 1;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + id[i];
        }
        hash ^= hash >>> 15;
        hash *= 0x2C1B3C6D;
        return hash ^ hash >>> 12;
    }

    /// An id as text.
    String text(int number) {
        byte[] bytes = bytes(number);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The bytes of an id.
    byte[] bytes(int number) {
        long start = starts[number];
        byte[] chunk = chunks[(int) (start / CHUNK)];
        int at = (int) (start % CHUNK);
        int length = (chunk[at] & 0xFF) << 8 | chunk[at + 1] & 0xFF;
        return Arrays.copyOfRange(chunk, at + 2, at + 2 + length);
    }

    /// Compares two ids by their bytes, which is the order of Unicode code points.
    int compare(int a, int b) {
        byte[] chunkA = chunks[(int) (starts[a] / CHUNK)];
        byte[] chunkB = chunks[(int) (starts[b] / CHUNK)];
        int atA = (int) (starts[a] % CHUNK);
        int atB = (int) (starts[b] % CHUNK);
        int lengthA = (chunkA[atA] & 0xFF) << 8 | chunkA[atA + 1] & 0xFF;
        int lengthB = (chunkB[atB] & 0xFF) << 8 | chunkB[atB + 1] & 0xFF;
        return Arrays.compareUnsigned(chunkA, atA + 2, atA + 2 + lengthA, chunkB, atB + 2, atB + 2 + lengthB);
    }

    /// The numbers of all ids in the order of their texts.
    int[] order() {
        int[] order = new int[size];
        boolean sorted = true;
        for (int i = 0; i < size; i++) {
            order[i] = i;
            sorted = sorted && (i == 0 || compare(i - 1, i) < 0);
        }
        if (!sorted) {
            mergeSort(order);
        }
        return order;
    }

    /// A merge sort of numbers by a comparison, without boxing them.
    private void mergeSort(int[] order) {
        int[] from = order.clone();
        int[] to = order;
        boolean inOrder = false; // whether the latest pass ended in the array that was given
        for (int width = 1; width < size; width *= 2) {
            for (int left = 0; left < size; left += 2 * width) {
                int middle = Math.min(left + width, size);
                int right = Math.min(left + 2 * width, size);
                int a = left;
                int b = middle;
                for (int k = left; k < right; k++) {
                    to[k] = a < middle && (b >= right || compare(from[a], from[b]) <= 0) ? from[a++] : from[b++];
                }
            }
            int[] swap = from;
            from = to;
            to = swap;
            inOrder = !inOrder;
        }
        if (!inOrder) {
            System.arraycopy(from, 0, order, 0, size);
        }
    }
}
