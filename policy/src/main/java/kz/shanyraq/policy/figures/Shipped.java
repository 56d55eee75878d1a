package kz.shanyraq.policy.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The files in this library's own jar: figures, weights of the wellbeing models, words.
public final class Shipped {

    /// The lines of a shipped file, UTF-8.
    ///
    /// @param name its path below this package
    /// @throws IllegalArgumentException if there is no such file
    public static List<String> lines(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "The library has no file %s. Maybe its jar is damaged.".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("The library's file %s cannot be read.".formatted(name), broken);
        }
    }

    private Shipped() {}
}
