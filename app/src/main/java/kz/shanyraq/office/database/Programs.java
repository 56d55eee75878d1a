package kz.shanyraq.office.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, unpacked once from our jars.
///
/// @param folder where `bin`, `lib` and `share` lie
record Programs(Path folder) {

    /// The major version of the programs that we bring.
    static final int MAJOR = 18;

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    /// Whether we bring programs for this machine.
    static boolean fitThisMachine() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return system.contains("linux") && (processor.equals("amd64") || processor.equals("x86_64"));
    }

    /// The programs, unpacked if they are not there yet.
    static Programs unpacked(Path folder) {
        URL archive = Programs.class.getResource(ARCHIVE);
        if (!fitThisMachine() || archive == null) {
            throw new Unreachable("""
                    A PostgreSQL of our own comes for Linux on x86-64 only; this is %s on %s.
                    Maybe set SHANYRAQ_DB_URL to a PostgreSQL %d: jdbc:postgresql://HOST/shanyraq?user=…&password=…""".formatted(System.getProperty("os.name"), System.getProperty("os.arch"), MAJOR));
        }
        try {
            Files.createDirectories(folder);
            URLConnection found = archive.openConnection();
            Path target = folder.resolve("postgresql-%d-%d".formatted(MAJOR, found.getContentLengthLong()));
            Path done = target.resolve("unpacked");
            if (!Files.exists(done)) {
                try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    channel.lock(); // given back with the channel
                    if (!Files.exists(done)) {
                        try (InputStream packed = found.getInputStream()) {
                            unpack(packed, target);
                        }
                        Files.createFile(done);
                    }
                }
            }
            return new Programs(target);
        } catch (IOException broken) {
            throw new Unreachable("""
                    The programs of the database cannot be unpacked to %s: %s.
                    Maybe the disk is full, or the folder belongs to another user.""".formatted(folder, broken.getMessage()), broken);
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive names %s, outside its folder".formatted(entry.getName()));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.resolveSibling("."));
                Files.deleteIfExists(path);
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    boolean runs = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /// The path of a program.
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }
}
