package kz.shanyraq.office.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A file that holds a copy, checked from its first byte to its last.
///
/// @param sha256 the checksum of the manifest
record BackupFile(Path path, Manifest manifest, String sha256) {

    /// The name of the manifest within the file.
    static final String MANIFEST = "manifest.json";

    /// The name of the part that holds the checksum of the manifest.
    static final String SEAL = "manifest.sha256";

    private static final int BUFFER = 1 << 20;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static byte[] json(Manifest manifest) {
        return JSON.writeValueAsBytes(manifest);
    }

    /// The checksum of a manifest, in hexadecimal digits.
    static String seal(byte[] manifest) {
        return HexFormat.of().formatHex(RowSum.sha256().digest(manifest));
    }

    /// Reads and checks a copy: that each table has the bytes and rows that the manifest says.
    static BackupFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused("There is no file %s.".formatted(file));
        }
        try (var zip = new ZipFile(file.toFile())) {
            byte[] text;
            try (InputStream in = zip.getInputStream(entry(zip, MANIFEST))) {
                text = in.readAllBytes();
            }
            String seal = seal(text);
            try (InputStream in = zip.getInputStream(entry(zip, SEAL))) {
                if (!seal.equals(new String(in.readAllBytes(), StandardCharsets.US_ASCII))) {
                    throw new IOException("its manifest was altered");
                }
            }
            Manifest manifest = JSON.readValue(text, Manifest.class);
            if (manifest.format() < 1 || manifest.format() > Manifest.FORMAT) {
                throw new IOException(
                        "it is of form %d, this release reads up to %d".formatted(manifest.format(), Manifest.FORMAT));
            }
            if (zip.size() != manifest.parts()) {
                throw new IOException(
                        "it holds %d parts, its manifest names %d".formatted(zip.size(), manifest.parts()));
            }
            Manifest.Anchors anchors = manifest.anchors();
            if (anchors != null && !anchors.equals(anchored(anchors(zip)))) {
                throw new IOException("its file of anchors is not that of the manifest");
            }
            for (Manifest.Table table : manifest.tables()) {
                check(zip, table);
            }
            return new BackupFile(file, manifest, seal);
        } catch (IOException | JacksonException | IllegalArgumentException broken) {
            throw new BackupRefused("""
                    The copy in %s is not whole: %s.
                    Maybe it was cut off or altered on its way; nothing was written.""".formatted(file, firstLine(broken)), broken);
        }
    }

    private static String firstLine(Exception broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }

    /// What a manifest says of a file of anchors.
    static Manifest.Anchors anchored(byte[] file) {
        return new Manifest.Anchors(
                file.length, HexFormat.of().formatHex(RowSum.sha256().digest(file)));
    }

    /// The file of anchors of a copy that has one.
    static byte[] anchors(ZipFile zip) throws IOException {
        try (InputStream in = zip.getInputStream(entry(zip, Manifest.Anchors.ENTRY))) {
            return in.readAllBytes();
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no part %s".formatted(name));
        }
        return entry;
    }

    private static void check(ZipFile zip, Manifest.Table table) throws IOException {
        MessageDigest digest = RowSum.sha256();
        var sum = new RowSum();
        long bytes = 0;
        try (InputStream in = rows(zip, table)) {
            byte[] buffer = new byte[BUFFER];
            int kept = 0;
            int read;
            while ((read = in.read(buffer, kept, buffer.length - kept)) > 0) {
                digest.update(buffer, kept, read);
                bytes += read;
                int end = kept + read;
                int from = 0;
                for (int i = kept; i < end; i++) {
                    if (buffer[i] == '\n') {
                        sum.add(buffer, from, i + 1 - from);
                        from = i + 1;
                    }
                }
                kept = end - from;
                System.arraycopy(buffer, from, buffer, 0, kept);
                if (kept == buffer.length) {
                    buffer = java.util.Arrays.copyOf(buffer, 2 * buffer.length);
                }
            }
            if (kept != 0) {
                throw new IOException("the last row of %s is cut off".formatted(table.entry()));
            }
        }
        if (bytes != table.bytes()
                || sum.rows() != table.rows()
                || !sum.text().equals(table.sum())
                || !HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
            throw new IOException("the rows of %s are not those of the manifest".formatted(table.entry()));
        }
    }

    /// The rows of a table, in the form of COPY.
    static InputStream rows(ZipFile zip, Manifest.Table table) throws IOException {
        return new BufferedInputStream(zip.getInputStream(entry(zip, table.entry())), BUFFER);
    }
}
