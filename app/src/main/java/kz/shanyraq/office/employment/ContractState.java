package kz.shanyraq.office.employment;

import java.util.Locale;

/// How a social contract stands.
public enum ContractState {
    /// Waits for signatures.
    OFFERED,
    /// Signed, and begins later.
    SIGNED,
    /// Holds.
    RUNNING,
    /// Its period is over, and every duty was done or excused.
    FULFILLED,
    /// Two persons decided that it was broken.
    BROKEN,
    /// Ended for another reason.
    ENDED;

    /// Whether it has not ended.
    public boolean live() {
        return this == OFFERED || this == SIGNED || this == RUNNING;
    }

    /// As the database and the words have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ContractState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
