package kz.shanyraq.office.employment;

import java.util.Locale;

/// Whether a member of a family has duties by a social contract.
public enum Standing {
    /// Able-bodied and not exempt.
    DUTY,
    /// Has no duties.
    EXEMPT,
    /// Facts are missing to tell.
    UNKNOWN;

    /// As the database and the words have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Standing of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
