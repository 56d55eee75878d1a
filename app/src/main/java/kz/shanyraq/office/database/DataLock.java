package kz.shanyraq.office.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The right of one process to run the database of a data folder. The operating system gives it back when the
/// process ends, however it ends.
final class DataLock implements AutoCloseable {

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock.
    ///
    /// @return null when another process holds it
    static @Nullable DataLock take(DataFolder data) {
        try {
            FileChannel channel = FileChannel.open(
                    data.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tried(channel);
            if (lock == null) {
                channel.close();
                return null;
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    "%d%n".formatted(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataLock(channel);
        } catch (IOException broken) {
            throw new Unreachable("""
                    The data folder %s cannot be used: %s.
                    Maybe it belongs to another user; choose another with --data.""".formatted(data.path(), broken.getMessage()), broken);
        }
    }

    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /// Who holds the lock, as far as it is known.
    static String holder(DataFolder data) {
        try {
            return "process " + Files.readString(data.lock()).strip();
        } catch (IOException unknown) {
            return "another process";
        }
    }

    /// Whether a process holds it now. A lock that this looks through is let go at once.
    static boolean isHeld(DataFolder data) {
        if (!Files.exists(data.lock())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(data.lock(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return tried(channel) == null;
        } catch (IOException notOurs) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
