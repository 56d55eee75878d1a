package kz.shanyraq.office.access;

import java.util.Locale;

/// Where a right holds.
public enum Area {
    /// In the territory of the post.
    TERRITORY,
    /// For one family, with a permit, for eight hours.
    PERMIT,
    /// In the whole republic.
    REPUBLIC,
    /// For oneself and the own family.
    OWN;

    /// The last part of its message key.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
