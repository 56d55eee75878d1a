package kz.shanyraq.office.access.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.shanyraq.office.access.Officers;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Option;
import org.jspecify.annotations.Nullable;

/// What the pages of officers show.
///
/// @param officers the list, or the one officer
/// @param posts the posts of each
/// @param places names of territories by code
/// @param territories to choose from; empty when codes are typed
/// @param letters what was searched for
/// @param form what was typed
/// @param errors what is wrong with it
/// @param password a new password, shown once
public record OfficersPage(
        List<Officers.OfficerRow> officers,
        Map<UUID, List<Officers.PostRow>> posts,
        Map<Integer, String> places,
        List<Option> territories,
        String letters,
        Map<String, String> form,
        List<FieldError> errors,
        @Nullable String password) {

    /// The one officer.
    public Officers.OfficerRow officer() {
        return officers.getFirst();
    }

    /// The posts of an officer.
    public List<Officers.PostRow> of(Officers.OfficerRow officer) {
        return posts.getOrDefault(officer.id(), List.of());
    }

    /// What was typed into a field.
    public String typed(String field) {
        return form.getOrDefault(field, "");
    }

    /// The sentence beside a field that is wrong.
    public @Nullable String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::text)
                .findFirst()
                .orElse(null);
    }
}
