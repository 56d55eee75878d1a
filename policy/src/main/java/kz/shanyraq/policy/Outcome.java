package kz.shanyraq.policy;

/// The three answers of the law. An error is none of them.
public enum Outcome implements Code {
    /// Every condition holds; the amount is known.
    GRANTED,
    /// At least one condition certainly does not hold, whatever is missing.
    REFUSED,
    /// No condition certainly fails, and a missing fact could still change outcome, kind or amount.
    UNDECIDED;

    /// The answer that follows from the unmet conditions and the missing facts.
    public static Outcome of(int unmet, long missing) {
        return unmet != 0 ? REFUSED : missing != 0 ? UNDECIDED : GRANTED;
    }
}
