package kz.shanyraq.office.access.web;

import java.util.List;
import kz.shanyraq.office.access.OwnAccount;
import kz.shanyraq.office.page.FieldError;
import org.jspecify.annotations.Nullable;

/// What the page of the own account shows.
public record AccountPage(
        List<OwnAccount.OwnSession> sessions, boolean hasPassword, boolean hasSecondFactor, List<FieldError> errors) {

    /// The sentence beside a field that is wrong.
    public @Nullable String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::text)
                .findFirst()
                .orElse(null);
    }
}
