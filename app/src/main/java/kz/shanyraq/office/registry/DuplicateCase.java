package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two persons who may be one, as an officer compares them.
///
/// @param state `open`, `same` or `different`
/// @param score the probability that they are one, in percent
/// @param one the one with the lower number; likewise the other
/// @param reasons what agrees and what does not
public record DuplicateCase(
        long id,
        String state,
        int score,
        String rule,
        Side one,
        Side other,
        List<Reason> reasons,
        @Nullable String note) {

    /// A person of the pair.
    public record Side(
            long person,
            @Nullable Long family,
            int kato,
            @Nullable String lastName,
            @Nullable String firstName,
            @Nullable String patronymic,
            @Nullable LocalDate birthDate,
            @Nullable String iin,
            @Nullable String phone,
            @Nullable String source) {}

    /// What was compared.
    ///
    /// @param field last_name, first_name, birth_date, iin, phone, family
    /// @param how equal, exchanged, similar, different, unknown
    /// @param weight the weight of evidence, in tenths of a doubling
    public record Reason(String field, String how, int weight) {}
}
