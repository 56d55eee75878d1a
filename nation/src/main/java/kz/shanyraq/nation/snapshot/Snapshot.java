package kz.shanyraq.nation.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.Households;

/// A snapshot of households, mapped into memory: blocks of columns that a worker copies into its own block
/// and assesses. Families lie in the order of their ids (as UTF-8 bytes), persons in the order of theirs
/// within the family.
public final class Snapshot implements AutoCloseable {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(SnapshotWriter.ORDER);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(SnapshotWriter.ORDER);

    private final Arena arena;
    private final MemorySegment data;
    private final long[] blocks;
    private final Coverage coverage;
    private final long families;
    private final long persons;
    private final long incomes;

    private Snapshot(Arena arena, MemorySegment data, Path file) {
        boolean ours = data.byteSize() >= SnapshotWriter.HEADER
                && data.get(LONG, 0) == SnapshotWriter.MAGIC
                && data.get(INT, 8) == Layout.version()
                && data.get(LONG, 24) == data.byteSize();
        if (!ours) {
            throw new Unreadable("""
                    The file %s is not a snapshot of this version, or it is cut off.
                    Maybe it was made by another release: read the data again.""".formatted(file));
        }
        long index = data.get(LONG, 16);
        this.arena = arena;
        this.data = data;
        this.families = data.get(LONG, 32);
        this.persons = data.get(LONG, 40);
        this.incomes = data.get(LONG, 48);
        this.blocks = new long[data.get(INT, index)];
        long at = index + 8;
        for (int i = 0; i < blocks.length; i++, at += 8) {
            blocks[i] = data.get(LONG, at);
        }
        int length = data.get(INT, at);
        byte[] text = data.asSlice(at + 8, length).toArray(ValueLayout.JAVA_BYTE);
        this.coverage =
                coverage(new String(text, StandardCharsets.UTF_8).lines().toList());
    }

    /// Maps a snapshot.
    ///
    /// @throws Unreadable if it is not one, is cut off, or of another version
    public static Snapshot open(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Arena arena = Arena.ofShared();
            return new Snapshot(arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), file);
        } catch (IOException broken) {
            throw new UncheckedIOException("The snapshot %s cannot be opened.".formatted(file), broken);
        }
    }

    /// Whether a file is a whole snapshot of this version.
    public static boolean isWhole(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (Snapshot snapshot = open(file)) {
            return snapshot.blocks() >= 0;
        } catch (Unreadable | UncheckedIOException notOne) {
            return false;
        }
    }

    private static Coverage coverage(List<String> lines) {
        var columns = EnumSet.noneOf(Column.class);
        for (Column column : Column.values()) {
            if (("," + lines.getFirst() + ",").contains("," + column.name() + ",")) {
                columns.add(column);
            }
        }
        var asked = new ArrayList<Coverage.Asked>();
        for (String line : lines.subList(2, lines.size())) {
            List<String> cells = List.of(line.split(",", 3));
            asked.add(new Coverage.Asked(cells.get(0), Integer.parseInt(cells.get(1)), Integer.parseInt(cells.get(2))));
        }
        return new Coverage(columns, Boolean.parseBoolean(lines.get(1)), asked);
    }

    /// The number of blocks.
    public int blocks() {
        return blocks.length;
    }

    /// How many families the snapshot holds.
    public long families() {
        return families;
    }

    /// How many persons the snapshot holds.
    public long persons() {
        return persons;
    }

    /// How many rows of income the snapshot holds.
    public long incomes() {
        return incomes;
    }

    /// What the data set covers.
    public Coverage coverage() {
        return coverage;
    }

    /// Copies a block's columns into a block of the caller's.
    public void read(int block, Households into) {
        long at = blocks[block];
        into.resize(
                data.get(INT, at),
                data.get(INT, at + 4),
                data.get(INT, at + 8),
                data.get(INT, at + 12),
                data.get(INT, at + 16));
        into.coverage = coverage;
        at += 24;
        for (Layout.Part part : Layout.PARTS) {
            at = copy(at, part.array().apply(into), part.length(into));
        }
    }

    /// Copies the ids of a block's families and persons.
    public void readIds(int block, Ids families, Ids persons) {
        long at = blocks[block];
        var sizes = new Households();
        sizes.families = data.get(INT, at);
        sizes.persons = data.get(INT, at + 4);
        sizes.incomes = data.get(INT, at + 8);
        sizes.livestock = data.get(INT, at + 12);
        sizes.plots = data.get(INT, at + 16);
        at += 24;
        for (Layout.Part part : Layout.PARTS) {
            at += padded(part.length(sizes) * SnapshotWriter.unit(part.array().apply(sizes)));
        }
        at = ids(at, sizes.families, families);
        ids(at, sizes.persons, persons);
    }

    private long ids(long from, int size, Ids into) {
        into.size = size;
        if (into.start.length < size + 1) {
            into.start = new int[size + 1];
        }
        long at = copy(from, into.start, size + 1);
        int length = into.start[size];
        if (into.bytes.length < length) {
            into.bytes = new byte[length];
        }
        return copy(at, into.bytes, length);
    }

    private long copy(long from, Object array, int length) {
        long size = length * SnapshotWriter.unit(array);
        MemorySegment.copy(data, from, SnapshotWriter.segment(array), 0, size);
        return from + padded(size);
    }

    private static long padded(long size) {
        return size + 7 & ~7L;
    }

    /// How many families a block holds.
    public int familiesOf(int block) {
        return data.get(INT, blocks[block]);
    }

    @Override
    public void close() {
        arena.close();
    }
}
