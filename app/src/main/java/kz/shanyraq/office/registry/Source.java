package kz.shanyraq.office.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A register, or another origin of facts, and how fresh it is.
///
/// @param owner who keeps it
/// @param contact how its duty desk is reached
/// @param delivered the day of which its last delivery speaks; null if there was none
/// @param dueAt when the next delivery is due
/// @param late whether it has not come by then
/// @param staleDays from which age its facts count as old
public record Source(
        String code,
        Place.Names name,
        String owner,
        @Nullable String contact,
        @Nullable LocalDate delivered,
        @Nullable Instant dueAt,
        boolean late,
        int staleDays) {

    /// Whether it is a register, which delivers, and not a person, who tells once.
    public boolean register() {
        return !code.equals("officer") && !code.equals("person") && !code.equals("survey");
    }

    /// The day on which the source last stood by a fact: a register repeats with each delivery what it does not change.
    public LocalDate confirmed(LocalDate told) {
        return register() && delivered != null && delivered.isAfter(told) ? delivered : told;
    }

    /// Whether a fact confirmed on a day is old.
    public boolean old(LocalDate confirmed, LocalDate today) {
        return confirmed.plusDays(staleDays).isBefore(today);
    }
}
