package kz.shanyraq.nation.reading;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;

/// The rows of families set aside, in the order of their arrival, found by their number.
final class FamilyRows implements AutoCloseable {

    private final RowFormat format = new RowFormat(HouseholdFile.FAMILIES);
    private final int width = format.width() + Long.BYTES;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment rows;
    private final byte[] row = new byte[width];

    FamilyRows(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            rows = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    /// Reads a family into a row of a block.
    ///
    /// @return the hash of its dwelling, 0 if that is not known
    long read(int family, Households into, int f) {
        MemorySegment.copy(rows, ValueLayout.JAVA_BYTE, (long) family * width, row, 0, width);
        ByteBuffer in = ByteBuffer.wrap(row);
        format.read(in, into, f);
        return in.getLong();
    }

    @Override
    public void close() {
        arena.close();
    }
}
