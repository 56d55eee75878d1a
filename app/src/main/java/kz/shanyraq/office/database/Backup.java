package kz.shanyraq.office.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A copy of the database in one file: the rows of every table as they were at one moment, while others go on
/// writing. It holds no schema: the migrations of the same release make that.
public final class Backup {

    private static final int BUFFER = 1 << 20;

    private static final String NOTE = """
            insert into database.backup (file, bytes, tables, rows, sha256) values (?, ?, ?, ?, ?)
            """;

    /// What was copied.
    ///
    /// @param bytes the size of the file
    /// @param sha256 the checksum of its manifest, which holds the checksum of everything else
    public record Made(Path file, int tables, long rows, long bytes, String sha256) {}

    /// Writes a copy, reads it again to check it, and only then gives it its name.
    ///
    /// @param file where to; nothing may be there
    /// @param tell hears how far it is
    public static Made write(OfficeDatabase database, Path file, Consumer<String> tell) {
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new BackupRefused("""
                    There is a file %s already, and a copy is never written over another.
                    Maybe choose another name.""".formatted(target));
        }
        Path fresh = target.resolveSibling(target.getFileName() + ".unfinished");
        try (Connection connection = database.server().admin()) {
            try {
                Manifest written = write(connection, database.data(), fresh, tell);
                try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                tell.accept("Reading the copy again …");
                BackupFile checked = BackupFile.read(fresh);
                if (!checked.manifest().equals(written)) {
                    throw new IOException("what was read is not what was written");
                }
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
                var made =
                        new Made(target, written.tables().size(), written.rows(), Files.size(target), checked.sha256());
                note(connection, made);
                return made;
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (SQLException broken) {
            throw new Unreachable("""
                    The database cannot be copied: %s
                    Maybe it was stopped meanwhile.""".formatted(broken.getMessage()), broken);
        } catch (IOException broken) {
            throw new BackupRefused("""
                    The copy cannot be written to %s: %s.
                    Maybe the disk is full, or the folder cannot be written to.""".formatted(target, broken.getMessage()), broken);
        }
    }

    private static Manifest write(Connection connection, DataFolder data, Path file, Consumer<String> tell)
            throws SQLException, IOException {
        // Read first: each anchor of the file is in the database by then, and so in the copy.
        byte[] anchors = Files.exists(data.anchors()) ? Files.readAllBytes(data.anchors()) : null;
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var catalogue = new Catalogue(connection, Migrations.modules());
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            catalogue.readEverything();
            zip.setLevel(Deflater.BEST_SPEED);
            List<Manifest.Schema> schemas = catalogue.migrations();
            var tables = new ArrayList<Manifest.Table>();
            for (Manifest.Table table : catalogue.tables()) {
                zip.putNextEntry(new ZipEntry(table.entry()));
                Manifest.Table read = catalogue.read(table, zip);
                zip.closeEntry();
                tables.add(read);
                if (read.rows() > 0) {
                    tell.accept("  %s.%s: %,d rows".formatted(read.schema(), read.name(), read.rows()));
                }
            }
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    connection.getMetaData().getDatabaseProductVersion(),
                    schemas,
                    tables,
                    catalogue.sequences(),
                    anchors == null ? null : BackupFile.anchored(anchors));
            if (anchors != null) {
                zip.putNextEntry(new ZipEntry(Manifest.Anchors.ENTRY));
                zip.write(anchors);
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
            byte[] json = BackupFile.json(manifest);
            zip.write(json);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(BackupFile.SEAL));
            zip.write(BackupFile.seal(json).getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
            return manifest;
        } finally {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        }
    }

    private static void note(Connection connection, Made made) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setString(1, made.file().toString());
            statement.setLong(2, made.bytes());
            statement.setInt(3, made.tables());
            statement.setLong(4, made.rows());
            statement.setString(5, made.sha256());
            statement.executeUpdate();
        }
    }

    private Backup() {}
}
