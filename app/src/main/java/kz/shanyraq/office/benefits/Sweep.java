package kz.shanyraq.office.benefits;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
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
/// @param officer who last started, stopped or went on with it by hand; null for the night and for commands
/// @param beatAt when it was last seen at work
/// @param resumedAt when it was last gone on with
/// @param assessedBefore families that had been assessed by then
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
        @Nullable OffsetDateTime closedAt,
        @Nullable UUID officer,
        OffsetDateTime beatAt,
        @Nullable OffsetDateTime resumedAt,
        int assessedBefore) {

    /// Families that are not yet assessed: families = assessed + left.
    public int left() {
        return Math.max(0, families - assessed);
    }

    /// Whether it is over all families, not those of a delivery.
    public boolean ofAll() {
        return delivery == null;
    }

    /// Whether it is over all families and has not come to its end.
    public boolean open() {
        return ofAll() && (state.equals("running") || state.equals("stopped"));
    }

    /// Families a second since the register was read for it the last time; null as long as no part was done.
    public @Nullable Long rate() {
        if (readAt == null || assessed <= assessedBefore) {
            return null;
        }
        long millis = Math.max(1, Duration.between(readAt, beatAt).toMillis());
        return Math.max(1, (assessed - assessedBefore) * 1_000L / millis);
    }

    /// How long it still takes at that rate; null where there is none.
    public @Nullable Duration timeLeft() {
        Long rate = rate();
        return rate == null ? null : Duration.ofSeconds((left() + rate - 1) / rate);
    }

    /// How long it took to read the register, the last time; null before it was read.
    public @Nullable Duration reading() {
        return readAt == null ? null : Duration.between(resumedAt == null ? openedAt : resumedAt, readAt);
    }

    /// How long it took from its beginning to its end, pauses included; null before the end.
    public @Nullable Duration took() {
        return closedAt == null ? null : Duration.between(openedAt, closedAt);
    }
}
