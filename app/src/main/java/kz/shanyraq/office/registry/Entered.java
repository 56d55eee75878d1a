package kz.shanyraq.office.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person as an officer enters one. Somebody without a number is entered like everybody else.
///
/// @param iin twelve digits; null if the person has none or it is not known
/// @param relation to the head of the family
public record Entered(
        String lastName,
        String firstName,
        @Nullable String patronymic,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String iin,
        @Nullable String phone,
        String relation) {

    /// Last and first name and patronymic.
    public String name() {
        return (lastName + " " + firstName + " " + (patronymic == null ? "" : patronymic)).strip();
    }
}
