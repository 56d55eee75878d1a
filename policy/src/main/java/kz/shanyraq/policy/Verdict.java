package kz.shanyraq.policy;

/// The answer to one condition, packed in a `long` so that a nation's rows cost no garbage: [#MET], [#UNMET],
/// or the bits of the [Fact]s that are missing to tell. Only a known fact can fail a condition.
public final class Verdict {

    /// The condition holds.
    public static final long MET = 0;

    /// The condition certainly does not hold.
    public static final long UNMET = Long.MIN_VALUE;

    /// Whether the condition certainly does not hold.
    public static boolean isUnmet(long verdict) {
        return verdict < 0;
    }

    /// Whether facts are missing to tell.
    public static boolean isUnknown(long verdict) {
        return verdict > 0;
    }

    /// Whether the condition certainly holds.
    public static boolean isMet(long verdict) {
        return verdict == MET;
    }

    /// A condition that holds, or not.
    public static long of(boolean met) {
        return met ? MET : UNMET;
    }

    /// The facts that are missing to tell; none of a condition that certainly fails.
    public static long missing(long verdict) {
        return verdict < 0 ? 0 : verdict;
    }

    /// The bit of a refusal ground whose condition is unmet.
    public static int bit(Ground ground, long verdict) {
        return verdict < 0 ? 1 << ground.ordinal() : 0;
    }

    private Verdict() {}
}
