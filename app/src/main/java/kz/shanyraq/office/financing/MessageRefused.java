package kz.shanyraq.office.financing;

/// A file of a bank, or for one, cannot be read as what it should be. Its words say what was seen.
public final class MessageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MessageRefused(String said) {
        super(said);
    }

    MessageRefused(String said, Throwable cause) {
        super(said, cause);
    }
}
