package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A person as a member of a family on a day.
///
/// @param merged numbers of persons found to be the same one
/// @param relation to the head; null if not known
/// @param absence why not at home; null if not known
public record Member(
        PersonId id,
        List<PersonId> merged,
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable String patronymic,
        @Nullable String sex,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate diedOn,
        @Nullable String iin,
        @Nullable String relation,
        @Nullable String absence) {

    /// Last and first name and patronymic, as far as they are known; the number if none is.
    public String name() {
        String name = joined(lastName, firstName, patronymic);
        return name.isEmpty() ? "№ " + id.value() : name;
    }

    /// First and last name.
    public String called() {
        String name = joined(firstName, lastName);
        return name.isEmpty() ? "№ " + id.value() : name;
    }

    /// Full years on a day; null if the birth date is not known or later.
    public @Nullable Integer age(LocalDate day) {
        return birthDate == null || birthDate.isAfter(day)
                ? null
                : Period.between(birthDate, day).getYears();
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
    }
}
