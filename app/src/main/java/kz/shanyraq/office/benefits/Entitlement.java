package kz.shanyraq.office.benefits;

import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.explain.Explanation;
import org.jspecify.annotations.Nullable;

/// What the law says of a family, or of one of its persons, for one benefit, with all reasons.
///
/// @param person the name of the person; null for the family as a whole
/// @param state how entitlement and receipt stand; null for neither
public record Entitlement(
        Benefit benefit, @Nullable String person, @Nullable State state, Explanation explanation) {

    /// The group of the page in which it stands.
    public enum Group {
        /// Entitled, and does not receive, or it is not known whether.
        UNRECEIVED,
        /// Facts are missing.
        UNDECIDED,
        /// Receives; entitled or no longer.
        RECEIVED,
        /// Not entitled.
        REFUSED;

        /// The group of a state.
        static Group of(@Nullable State state) {
            return switch (state) {
                case UNRECEIVED, RECEIPT_UNKNOWN -> UNRECEIVED;
                case UNDECIDED -> UNDECIDED;
                case RECEIVED, NO_LONGER -> RECEIVED;
                case SIGNAL -> throw new IllegalStateException("a signal is no entitlement");
                case null -> REFUSED;
            };
        }
    }

    /// Where it stands on the page.
    public Group group() {
        return Group.of(state);
    }
}
