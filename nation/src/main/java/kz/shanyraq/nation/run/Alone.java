package kz.shanyraq.nation.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import kz.shanyraq.nation.files.Unreadable;
import org.jspecify.annotations.Nullable;

/// Keeps a second run away from the results that a first one is writing, until it ends or is killed: the
/// operating system's lock on a file beside them.
final class Alone implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    /// @throws Unreadable if another run holds the lock
    Alone(Path out) throws IOException {
        file = out.resolveSibling(out.getFileName() + ".lock");
        Files.createDirectories(file.toAbsolutePath().getParent());
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock() == null) {
            channel.close();
            throw new Unreadable("""
                    Another run is writing %s.
                    Maybe wait until it has ended, or choose another file.""".formatted(out));
        }
    }

    private @Nullable FileLock lock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
