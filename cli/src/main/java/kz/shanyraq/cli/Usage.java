package kz.shanyraq.cli;

/// The words of a call are wrong: a sentence, with a second one that begins with "Maybe" where a likely cause
/// is known.
public final class Usage extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// The words are wrong, as the message says.
    public Usage(String message) {
        super(message);
    }
}
