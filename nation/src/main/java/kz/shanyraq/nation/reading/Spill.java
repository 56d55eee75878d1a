package kz.shanyraq.nation.reading;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Rows set aside on disk, by ranges of families, until all files are read: so that the memory needed does
/// not grow with the nation.
final class Spill implements AutoCloseable {

    private static final int BUFFER = 1 << 17;

    private final Path directory;
    private final String name;
    private final OutputStream[] streams;
    private final ByteBuffer row = ByteBuffer.allocate(1 << 20);

    /// Files in a working directory, one for each range of families.
    Spill(Path directory, String name, int parts) {
        this.directory = directory;
        this.name = name;
        this.streams = new OutputStream[parts];
        try {
            for (int part = 0; part < parts; part++) {
                streams[part] = new BufferedOutputStream(Files.newOutputStream(file(part)), BUFFER);
            }
        } catch (IOException broken) {
            throw failed(broken);
        }
    }

    private Path file(int part) {
        return directory.resolve("spill-" + name + "-" + part);
    }

    private UncheckedIOException failed(IOException broken) {
        return new UncheckedIOException("The working directory %s cannot be used.".formatted(directory), broken);
    }

    /// An empty row to fill and [#add].
    ByteBuffer row() {
        return row.clear();
    }

    /// Sets the filled row aside.
    void add(int part) {
        try {
            streams[part].write(row.array(), 0, row.position());
        } catch (IOException broken) {
            throw failed(broken);
        }
    }

    /// Gives back the rows of a range, and forgets them.
    ByteBuffer take(int part) {
        try {
            streams[part].close();
            byte[] rows = Files.readAllBytes(file(part));
            Files.delete(file(part));
            return ByteBuffer.wrap(rows);
        } catch (IOException broken) {
            throw failed(broken);
        }
    }

    @Override
    public void close() {
        for (int part = 0; part < streams.length; part++) {
            try {
                streams[part].close();
                Files.deleteIfExists(file(part));
            } catch (IOException broken) {
                throw failed(broken);
            }
        }
    }
}
