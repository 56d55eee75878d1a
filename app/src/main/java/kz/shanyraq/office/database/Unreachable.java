package kz.shanyraq.office.database;

/// The database cannot be reached or used: a sentence, with a second one that begins with "Maybe" where a likely
/// cause is known.
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unreachable(String message) {
        super(message);
    }

    Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
