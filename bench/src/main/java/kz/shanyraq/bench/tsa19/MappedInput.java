package kz.shanyraq.bench.tsa19;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/// A file of less than 2 GiB for parquet-java, mapped into memory: its own file for local paths copies every byte three
/// times.
final class MappedInput implements InputFile, AutoCloseable {

    private final Arena arena = Arena.ofShared();
    private final ByteBuffer bytes;

    /// Maps a file.
    MappedInput(Path path) throws IOException {
        try (var channel = FileChannel.open(path)) {
            bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer();
        }
    }

    @Override
    public long getLength() {
        return bytes.capacity();
    }

    @Override
    public SeekableInputStream newStream() {
        return new Stream(bytes.duplicate());
    }

    /// Unmaps the file; nobody reads from it any more.
    @Override
    public void close() {
        arena.close();
    }

    private static final class Stream extends SeekableInputStream {
        private final ByteBuffer bytes;

        Stream(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public long getPos() {
            return bytes.position();
        }

        @Override
        public void seek(long position) {
            bytes.position(Math.toIntExact(position));
        }

        @Override
        public int read() {
            return bytes.hasRemaining() ? bytes.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = Math.min(length, bytes.remaining());
            bytes.get(into, from, count);
            return count == 0 && length > 0 ? -1 : count;
        }

        @Override
        public int read(ByteBuffer into) {
            int count = Math.min(into.remaining(), bytes.remaining());
            into.put(into.position(), bytes, bytes.position(), count);
            into.position(into.position() + count);
            bytes.position(bytes.position() + count);
            return count == 0 && into.hasRemaining() ? -1 : count;
        }

        @Override
        public void readFully(byte[] into) throws IOException {
            readFully(into, 0, into.length);
        }

        @Override
        public void readFully(byte[] into, int from, int length) throws IOException {
            if (read(into, from, length) < length) {
                throw new EOFException("The file ends early.");
            }
        }

        @Override
        public void readFully(ByteBuffer into) throws IOException {
            read(into);
            if (into.hasRemaining()) {
                throw new EOFException("The file ends early.");
            }
        }
    }
}
