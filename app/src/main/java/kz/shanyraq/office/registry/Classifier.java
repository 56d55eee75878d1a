package kz.shanyraq.office.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A version of a classifier: its owner, terms, and the days on which it is in force.
///
/// @param code kato, isco08 or boundaries
/// @param rows entries that it brought
public record Classifier(
        String code,
        String version,
        String owner,
        String licence,
        LocalDate since,
        @Nullable LocalDate until,
        long rows) {}
