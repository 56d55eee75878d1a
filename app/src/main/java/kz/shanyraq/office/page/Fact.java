package kz.shanyraq.office.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A fact as a page shows it: what, its value, who said so and when.
///
/// @param value null when it is not known, which is not the same as none
/// @param date the day of which the source speaks or on which it arrived
/// @param old whether it is older than this source may be, shown in amber
/// @param action what to do about it
public record Fact(
        String label,
        @Nullable String value,
        @Nullable String href,
        @Nullable String source,
        @Nullable LocalDate date,
        boolean old,
        @Nullable Link action) {
    /// A fact with its source and date.
    public Fact(String label, @Nullable String value, String source, LocalDate date, boolean old) {
        this(label, value, null, source, date, old, null);
    }

    /// A fact without a source of its own.
    public Fact(String label, @Nullable String value) {
        this(label, value, null, null, null, false, null);
    }
}
