package kz.shanyraq.office.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Memory for the columns of a nation, outside the heap: pages of a file that has no name any more, so that the system
/// may put aside what does not fit and nothing is left behind, however the process ends.
final class Scratch implements AutoCloseable {

    private static final long PAGE = 4096;

    private final Arena arena = Arena.ofShared();
    private final FileChannel file;
    private long size;

    /// Memory that is backed by the disk of a folder.
    Scratch(Path folder) {
        try {
            Path name = Files.createTempFile(folder, "columns-", ".scratch");
            file = FileChannel.open(
                    name, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            Files.deleteIfExists(name);
        } catch (IOException broken) {
            throw new UncheckedIOException("No file for columns can be made in %s.".formatted(folder), broken);
        }
    }

    /// A column of values of some width, all zero.
    synchronized MemorySegment column(long values, int width) {
        long bytes = (Math.max(1, values * width) + PAGE - 1) / PAGE * PAGE;
        try {
            MemorySegment segment = file.map(FileChannel.MapMode.READ_WRITE, size, bytes, arena);
            size += bytes;
            return segment;
        } catch (IOException broken) {
            throw new UncheckedIOException("There is no room for the columns. Maybe the disk is full.", broken);
        }
    }

    /// A column whose values are one value.
    MemorySegment column(long values, int width, long value) {
        MemorySegment segment = column(values, width);
        if (value == -1) {
            segment.fill((byte) -1);
        } else if (value != 0) {
            for (long i = 0; i < values; i++) {
                set(segment, width, i, value);
            }
        }
        return segment;
    }

    static void set(MemorySegment segment, int width, long place, long value) {
        switch (width) {
            case 1 -> segment.set(ValueLayout.JAVA_BYTE, place, (byte) value);
            case 2 -> segment.setAtIndex(ValueLayout.JAVA_SHORT, place, (short) value);
            case 4 -> segment.setAtIndex(ValueLayout.JAVA_INT, place, (int) value);
            default -> segment.setAtIndex(ValueLayout.JAVA_LONG, place, value);
        }
    }

    @Override
    public void close() {
        arena.close();
        try {
            file.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
