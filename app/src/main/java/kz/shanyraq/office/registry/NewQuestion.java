package kz.shanyraq.office.registry;

import org.jspecify.annotations.Nullable;

/// What is said to be wrong.
///
/// @param person the person, if the fact is of a person
/// @param seen the value that was shown; null if none is known
/// @param claimed the value that is said to be right, if one was said
/// @param words what was said
public record NewQuestion(
        FamilyId family,
        @Nullable PersonId person,
        FactSheet sheet,
        String column,
        @Nullable String seen,
        @Nullable String claimed,
        String words) {}
