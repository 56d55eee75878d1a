package kz.shanyraq.office.page;

import java.util.Locale;

/// How much air the rows of a table have.
public enum Density {
    ROOMY,
    COMPACT;

    /// The word in addresses, in the cookie and in `data-density`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
