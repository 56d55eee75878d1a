package kz.shanyraq.office.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The folder in which an office keeps what is its own: its database, its secrets, its logs.
///
/// @param path the folder itself
public record DataFolder(Path path) {

    private static final int SECRET_BYTES = 24;

    /// The folder, made if it is not there.
    public static DataFolder of(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new Unreachable("""
                    The data folder %s cannot be made: %s.
                    Maybe choose another with --data.""".formatted(folder, broken.getMessage()), broken);
        }
        return new DataFolder(folder);
    }

    /// The folder, whether it is there or not; it is not made.
    public static DataFolder existing(Path path) {
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    /// Where the office and its database write their logs.
    public Path logs() {
        return made(path.resolve("logs"));
    }

    /// Where the database lies.
    Path cluster() {
        return path.resolve("postgres");
    }

    /// Who has this folder's office open, as in "process 42"; null if nobody has.
    public @Nullable String openBy() {
        return DataLock.isHeld(this) ? DataLock.holder(this) : null;
    }

    /// Whether a database was made here.
    public boolean hasCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    /// Where the programs of the database lie: they may be shared by several data folders.
    Path programs() {
        String shared = System.getProperty("shanyraq.programs");
        return shared == null ? path.resolve("programs") : Path.of(shared).toAbsolutePath();
    }

    /// The file that says on which port of this machine the database listens.
    Path port() {
        return path.resolve("port");
    }

    /// The file of the log's anchors outside the database.
    public Path anchors() {
        return path.resolve("anchors");
    }

    /// The file that the process which runs the database holds.
    Path lock() {
        return path.resolve("lock");
    }

    /// A secret, made at random when it is first asked for, and readable by its owner only.
    public String secret(String name) {
        Path file = secretFile(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                Path fresh = Files.createTempFile(
                        secrets(),
                        name,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, HexFormat.of().formatHex(bytes));
                try {
                    Files.createLink(file, fresh);
                } catch (FileAlreadyExistsException madeByAnother) {
                    // Another process was quicker: its secret holds.
                } catch (UnsupportedOperationException noLinks) {
                    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                }
                Files.deleteIfExists(fresh);
            }
            return Files.readString(file).strip();
        } catch (IOException broken) {
            throw new Unreachable("The secret in %s cannot be read: %s.".formatted(file, broken.getMessage()), broken);
        }
    }

    /// The file of a secret.
    Path secretFile(String name) {
        return secrets().resolve(name);
    }

    /// The folder of secrets, closed to everyone else.
    public Path secrets() {
        Path folder = path.resolve("secrets");
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder %s cannot be made.".formatted(folder), broken);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder %s cannot be made.".formatted(folder), broken);
        }
    }
}
