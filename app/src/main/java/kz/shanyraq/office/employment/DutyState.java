package kz.shanyraq.office.employment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What became of a duty.
public enum DutyState {
    /// To be done.
    OPEN,
    /// Done, with a proof.
    DONE,
    /// Not done, and no good reason is known: a person has found so.
    MISSED,
    /// Not done, for a good reason.
    EXCUSED;

    /// As the database and the words have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The state of a code.
    public static Optional<DutyState> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
