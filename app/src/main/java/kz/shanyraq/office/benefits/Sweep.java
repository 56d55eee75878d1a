package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A run of the law over the register, as it stands.
///
/// @param month the month of application, by its first day
/// @param factsOn the day on which the facts hold
/// @param known the last delivery that was known
/// @param delivery the delivery whose families were assessed again; null for all families
/// @param state running, stopped, done or failed
/// @param families families to assess
/// @param assessed families assessed so far
/// @param found findings that hold: added, changed and same together
public record Sweep(
        int id,
        LocalDate month,
        LocalDate factsOn,
        int known,
        @Nullable Integer delivery,
        String state,
        int families,
        int parts,
        int assessed,
        long found,
        long added,
        long changed,
        long gone,
        long same,
        @Nullable String message,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime readAt,
        @Nullable OffsetDateTime closedAt) {}
