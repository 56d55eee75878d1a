package kz.shanyraq.bench.tsa19;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The class path of this process, prepared for cold processes, in fairness to both sides: folders become archives, as
/// the JDK's AOT cache wants them; and DuckDB's native library lies unpacked beside its classes, because DuckDB would
/// otherwise unpack it at each start.
final class ClassPath {

    private static final String NATIVE = "libduckdb_java.so_";

    /// Prepares it in a folder.
    static String prepare(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(entry -> prepare(entry, folder).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path prepare(Path entry, Path folder) {
        try {
            String name = entry.getFileName().toString();
            if (Files.isDirectory(entry)) {
                String hash = Integer.toHexString(entry.toAbsolutePath().hashCode());
                return archive(entry, folder.resolve(name + "-" + hash + ".jar"));
            }
            return name.startsWith("duckdb_jdbc") ? unpack(entry, folder.resolve(name)) : entry;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path archive(Path classes, Path jar) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static Path unpack(Path duckdb, Path jar) throws IOException {
        String wanted = NATIVE
                + (System.getProperty("os.name").startsWith("Linux") ? "linux_" : "")
                + System.getProperty("os.arch").replace("x86_64", "amd64").replace("aarch64", "arm64");
        Predicate<ZipEntry> isNative = entry -> entry.getName().startsWith(NATIVE);
        try (var in = new ZipFile(duckdb.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry library = in.getEntry(wanted);
            if (library == null) {
                return duckdb;
            }
            Files.write(jar.resolveSibling(wanted), in.getInputStream(library).readAllBytes());
            for (ZipEntry entry : in.stream().filter(isNative.negate()).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.getInputStream(entry).transferTo(out);
            }
        }
        return jar;
    }

    private ClassPath() {}
}
