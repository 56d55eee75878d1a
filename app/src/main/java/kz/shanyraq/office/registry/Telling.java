package kz.shanyraq.office.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a source told: a row of a sheet, with the days on which it is true and the moments between which it was held.
///
/// @param subject the person or family
/// @param from the first day on which it is true; null if that is not known
/// @param until the first day on which it is not any more; null while it is open
/// @param cells the values as text; a column that is absent is not known
/// @param since the delivery by which this row is known
/// @param replacedBy the delivery that replaced it; null while it stands
/// @param source who told it
/// @param told the day of which the source spoke, or on which it told
/// @param also who told single columns of it, where that was another delivery
/// @param learned when we learned it
/// @param replaced when it was replaced
/// @param by the officer who corrected it, if one did
/// @param why for a correction: the reason
/// @param document for a correction: the document it rests on
public record Telling(
        FactSheet sheet,
        long subject,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Map<String, String> cells,
        int since,
        @Nullable Integer replacedBy,
        String source,
        LocalDate told,
        Map<String, By> also,
        Instant learned,
        @Nullable Instant replaced,
        @Nullable UUID by,
        @Nullable String why,
        @Nullable String document) {

    /// Who told something, and of which day or on which day.
    ///
    /// @param source the source
    /// @param told the day
    public record By(String source, LocalDate told) {}

    /// Who told a column.
    public By toldBy(String column) {
        return also.getOrDefault(column, new By(source, told));
    }

    /// All who told columns of it, the one who told the row first.
    public List<By> tellers() {
        return Stream.concat(Stream.of(new By(source, told)), also.values().stream())
                .distinct()
                .toList();
    }

    /// The value of a column; null if it is not known.
    public @Nullable String cell(String column) {
        return cells.get(column);
    }

    /// Whether it was held when the deliveries up to a number were known.
    boolean knownAt(int delivery) {
        return since <= delivery && (replacedBy == null || replacedBy > delivery);
    }

    /// Whether it is true on a day.
    boolean trueOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (until == null || until.isAfter(day));
    }
}
