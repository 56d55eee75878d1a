package kz.shanyraq.office.access;

import java.util.Locale;

/// What a look is for. Each stands in the log; the citizen reads it.
public enum Purpose {
    /// Work with a family.
    CASE_WORK,
    /// Help in finding work.
    PLACEMENT,
    /// A decision, or its approval by a second officer.
    DECISION,
    /// Control of who looked.
    AUDIT,
    /// Running the system.
    OPERATION,
    /// A citizen and the own data.
    OWN_DATA,
    /// Numbers without names.
    STATISTICS,
    /// A family of another territory, for a reason.
    OUTSIDE_TERRITORY,
    /// A family under protection, for a reason and with a second officer's consent.
    BREAK_GLASS;

    /// The purpose as the database writes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
