package kz.shanyraq.office.page;

import java.util.Locale;

/// Light or dark; `AUTO` follows the device.
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    /// The word in addresses, in the cookie and in `data-color-scheme`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
