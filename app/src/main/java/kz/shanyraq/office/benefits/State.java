package kz.shanyraq.office.benefits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;

/// How a family or person stands to the topic of a finding; the number of `benefits.finding.state` is its place from 1.
public enum State {
    /// Entitled, and does not receive: what the sweep is for.
    UNRECEIVED,
    /// Entitled, and receives.
    RECEIVED,
    /// Entitled; whether it is received is not known.
    RECEIPT_UNKNOWN,
    /// Receives, and is no longer entitled: a person looks, no money stops.
    NO_LONGER,
    /// Facts are missing.
    UNDECIDED,
    /// A signal of need or of employability.
    SIGNAL;

    /// Its number in the database.
    public int number() {
        return ordinal() + 1;
    }

    /// The state of a number.
    public static State of(int number) {
        return values()[number - 1];
    }

    /// The state of a code.
    public static Optional<State> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    /// Its code in addresses and messages.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How an outcome and what is received stand together. What is paid once and was received is no more than that:
    /// nobody has to give it back when its year is over.
    ///
    /// @param outcome what the law says
    /// @param receives 1 if it is received, 0 if not, -1 if that is not known
    /// @return null if there is nothing to find: refused, and not received
    static @org.jspecify.annotations.Nullable State of(Benefit benefit, Outcome outcome, int receives) {
        return switch (outcome) {
            case GRANTED -> receives > 0 ? RECEIVED : receives == 0 ? UNRECEIVED : RECEIPT_UNKNOWN;
            case REFUSED -> receives > 0 && benefit != Benefit.BIRTH_GRANT ? NO_LONGER : null;
            case UNDECIDED -> UNDECIDED;
        };
    }
}
