package kz.shanyraq.office.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A fact that an officer corrects with a document.
///
/// @param person the person, if the fact is of a person
/// @param value the right value, as the sheet keeps it
/// @param from the day from which it is right
/// @param reason why
/// @param document what it rests on
public record Correction(
        FamilyId family,
        @Nullable PersonId person,
        FactSheet sheet,
        String column,
        String value,
        LocalDate from,
        String reason,
        String document) {}
