package kz.shanyraq.office.benefits;

/// A sweep cannot begin; the message says why and what to do.
public final class SweepRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// A refusal in words.
    public SweepRefused(String message) {
        super(message);
    }
}
