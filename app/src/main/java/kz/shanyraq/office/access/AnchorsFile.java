package kz.shanyraq.office.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// The file of anchors outside the database: a line each, `number moment hash`. Who rewrites the whole database
/// must rewrite this file too, and every printed
/// or copied line of it.
final class AnchorsFile {

    /// The anchors that the file names.
    static Map<Long, byte[]> read(Path file, BiConsumer<String, String> fault) {
        Map<Long, byte[]> anchors = new TreeMap<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String[] parts = line.strip().split("\\s", 0);
            try {
                anchors.put(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[2]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException broken) {
                fault.accept("file of anchors", "line %d cannot be read".formatted(number));
            }
        }
        return anchors;
    }

    /// The number of the last anchor in the file; 0 without a file.
    static long last(Path file) {
        return read(file, (place, what) -> {}).keySet().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /// Adds lines, and returns when they are on the disk.
    static void add(Path file, List<String> lines) {
        try {
            Files.write(
                    file,
                    lines,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException broken) {
            throw new UncheckedIOException("The file of anchors %s cannot be written.".formatted(file), broken);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException("The file of anchors %s cannot be read.".formatted(file), broken);
        }
    }

    private AnchorsFile() {}
}
