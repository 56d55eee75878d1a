package kz.shanyraq.nation.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.Households;

/// Writes a snapshot: blocks of households one after the other, then their index. The first bytes say where
/// the index is and are written last, so that a snapshot cut off is no snapshot.
public final class SnapshotWriter implements AutoCloseable {

    static final long MAGIC = 0x3130_5152_594E_4853L; // "SHNYRQ01", read from its end
    static final int HEADER = 64;
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private final FileChannel channel;
    private final List<Long> blocks = new ArrayList<>();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 22).order(ORDER);
    private long position = HEADER;
    private long families;
    private long persons;
    private long incomes;

    /// Begins a snapshot.
    public SnapshotWriter(Path file) {
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException broken) {
            throw new UncheckedIOException("The snapshot %s cannot be written.".formatted(file), broken);
        }
    }

    /// Adds a block.
    public void add(Households h, Ids familyIds, Ids personIds) {
        blocks.add(position);
        families += h.families;
        persons += h.persons;
        incomes += h.incomes;
        ints(h.families, h.persons, h.incomes, h.livestock, h.plots, 0);
        for (Layout.Part part : Layout.PARTS) {
            array(part.array().apply(h), part.length(h));
        }
        ids(familyIds);
        ids(personIds);
        flush();
    }

    private void ids(Ids ids) {
        array(ids.start, ids.size + 1);
        array(ids.bytes, ids.start[ids.size]);
    }

    private void ints(int... values) {
        room(4L * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
    }

    /// An array, padded to a multiple of eight bytes.
    private void array(Object array, int length) {
        MemorySegment from = segment(array);
        long size = length * unit(array);
        room(size + 8);
        MemorySegment.copy(from, 0, MemorySegment.ofBuffer(buffer), 0, size);
        buffer.position(buffer.position() + (int) size);
        while (buffer.position() % 8 != 0) {
            buffer.put((byte) 0);
        }
    }

    static MemorySegment segment(Object array) {
        return switch (array) {
            case byte[] bytes -> MemorySegment.ofArray(bytes);
            case short[] shorts -> MemorySegment.ofArray(shorts);
            case int[] ints -> MemorySegment.ofArray(ints);
            case long[] longs -> MemorySegment.ofArray(longs);
            default -> throw new IllegalArgumentException(array.getClass().getName());
        };
    }

    static long unit(Object array) {
        return switch (array) {
            case byte[] bytes -> ValueLayout.JAVA_BYTE.byteSize();
            case short[] shorts -> ValueLayout.JAVA_SHORT.byteSize();
            case int[] ints -> ValueLayout.JAVA_INT.byteSize();
            case long[] longs -> ValueLayout.JAVA_LONG.byteSize();
            default -> throw new IllegalArgumentException(array.getClass().getName());
        };
    }

    private void room(long bytes) {
        if (buffer.remaining() < bytes) {
            int needed = Math.toIntExact(buffer.position() + bytes);
            ByteBuffer larger = ByteBuffer.allocateDirect(Math.max(needed, 2 * buffer.capacity()))
                    .order(ORDER);
            buffer.flip();
            larger.put(buffer);
            buffer = larger;
        }
    }

    private void flush() {
        try {
            buffer.flip();
            position += buffer.remaining();
            long at = position - buffer.remaining();
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
            buffer.clear();
        } catch (IOException broken) {
            throw new UncheckedIOException("The snapshot cannot be written. Maybe the disk is full.", broken);
        }
    }

    /// Ends the snapshot: the index of its blocks, what it covers, and last of all the header.
    public void finish(Coverage coverage) {
        long index = position;
        ints(blocks.size(), 0);
        for (long block : blocks) {
            room(8);
            buffer.putLong(block);
        }
        text(coverage(coverage));
        flush();
        try {
            channel.force(false);
            room(HEADER);
            buffer.putLong(MAGIC);
            buffer.putInt(Layout.version());
            buffer.putInt(0);
            buffer.putLong(index);
            buffer.putLong(position);
            buffer.putLong(families);
            buffer.putLong(persons);
            buffer.putLong(incomes);
            buffer.flip();
            channel.write(buffer, 0);
            channel.force(true);
            buffer.clear();
        } catch (IOException broken) {
            throw new UncheckedIOException("The snapshot cannot be written. Maybe the disk is full.", broken);
        }
    }

    /// What the data set covers, as lines: the columns, whether there are incomes, the registers asked.
    private static String coverage(Coverage coverage) {
        var lines = new ArrayList<String>();
        lines.add(String.join(",", coverage.columns().stream().map(Column::name).toList()));
        lines.add(Boolean.toString(coverage.incomes()));
        for (Coverage.Asked asked : coverage.asked()) {
            lines.add(asked.kind() + "," + asked.from() + "," + asked.to());
        }
        return String.join("\n", lines);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ints(bytes.length, 0);
        array(bytes, bytes.length);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("The snapshot cannot be closed.", broken);
        }
    }
}
