package kz.shanyraq.office.registry;

import org.jspecify.annotations.Nullable;

/// A delivery and its counts: rows read = new + changed + unchanged + merged + disputed + rejected.
///
/// @param id its number
/// @param format which file of the household format, or `single`
/// @param source the source; null for a compiled household file
/// @param state `running`, `done`, `failed`
public record Loaded(
        int id,
        @Nullable String file,
        @Nullable String format,
        @Nullable String source,
        String state,
        long read,
        long added,
        long changed,
        long unchanged,
        long merged,
        long disputed,
        long rejected,
        @Nullable String message) {}
