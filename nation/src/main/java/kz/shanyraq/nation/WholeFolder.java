package kz.shanyraq.nation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// A folder that is there whole or not at all: it is written under another name, and then takes its place.
public final class WholeFolder {

    /// Puts a finished folder in the place of what is there.
    public static void replace(Path folder, Path finished) {
        remove(folder);
        try {
            Files.move(finished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder %s cannot be written.".formatted(folder), broken);
        }
    }

    /// Removes a folder with all that is in it, if it is there.
    public static void remove(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder %s cannot be removed.".formatted(folder), broken);
        }
    }

    private WholeFolder() {}
}
