package kz.shanyraq.office.database;

/// A copy cannot be written or read, or does not belong where it was to go: a sentence, with a second one that
/// begins with "Maybe" where a likely cause is known.
public final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    BackupRefused(String message) {
        super(message);
    }

    BackupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
