package kz.shanyraq.nation.files;

import java.nio.file.Path;

/// An input that cannot be read at all: missing, cut off, not UTF-8, without a required column. Its message
/// is a sentence, with a second one that begins with "Maybe" where a likely cause is known.
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// An input that cannot be read.
    public Unreadable(String message) {
        super(message);
    }

    /// An input that cannot be read, with what the library below said.
    public Unreadable(String message, Throwable cause) {
        super(message, cause);
    }

    static Unreadable cutOff(Path file, String why) {
        return new Unreadable("""
                The file %s is cut off: %s.
                Maybe it was not copied to its end.""".formatted(file, why));
    }
}
