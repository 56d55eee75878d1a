package kz.shanyraq.office.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The two days of a read: what was true on one, as it was known on the other.
///
/// @param on the day on which the facts hold
/// @param knownOn the day at whose end they were known; null for what is known now
public record AsOf(LocalDate on, @Nullable LocalDate knownOn) {

    /// What is true on a day, as known now.
    public static AsOf on(LocalDate day) {
        return new AsOf(day, null);
    }

    /// The same day, as known at the end of another.
    public AsOf knownOn(LocalDate day) {
        return new AsOf(on, day);
    }
}
