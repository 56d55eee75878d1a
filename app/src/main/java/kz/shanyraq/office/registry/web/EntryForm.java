package kz.shanyraq.office.registry.web;

import java.util.Objects;
import kz.shanyraq.office.registry.Entered;
import org.jspecify.annotations.Nullable;

/// What an officer types of a new family or person.
///
/// @param place code of the place, for a family
/// @param confirm `yes` when what was understood has been read back and agreed to
public record EntryForm(
        String place,
        String address,
        String lastName,
        String firstName,
        String patronymic,
        String birthDate,
        String sex,
        String iin,
        String phone,
        String relation,
        String reason,
        String confirm) {

    /// An empty form.
    static EntryForm empty(String relation) {
        return new EntryForm("", "", "", "", "", "", "", "", "", relation, "", "");
    }

    /// What was not sent is empty.
    @SuppressWarnings("NullAway") // Spring leaves out what the browser did not send.
    public EntryForm {
        place = Objects.requireNonNullElse(place, "");
        address = Objects.requireNonNullElse(address, "");
        lastName = Objects.requireNonNullElse(lastName, "");
        firstName = Objects.requireNonNullElse(firstName, "");
        patronymic = Objects.requireNonNullElse(patronymic, "");
        birthDate = Objects.requireNonNullElse(birthDate, "");
        sex = Objects.requireNonNullElse(sex, "");
        iin = Objects.requireNonNullElse(iin, "");
        phone = Objects.requireNonNullElse(phone, "");
        relation = Objects.requireNonNullElse(relation, "");
        reason = Objects.requireNonNullElse(reason, "");
        confirm = Objects.requireNonNullElse(confirm, "");
    }

    @Nullable
    Integer kato() {
        return place.matches("\\d{9}") ? Integer.valueOf(place) : null;
    }

    boolean confirmed() {
        return confirm.equals("yes");
    }

    Entered entered() {
        return new Entered(
                lastName.strip(),
                firstName.strip(),
                patronymic.isBlank() ? null : patronymic.strip(),
                FactForm.day(birthDate),
                sex.equals("f") || sex.equals("m") ? sex : null,
                iin.isBlank() ? null : iin.strip(),
                phone.isBlank() ? null : phone.replaceAll("[ ()-]", "").replaceFirst("^8(?=\\d{10}$)", "+7"),
                relation);
    }
}
