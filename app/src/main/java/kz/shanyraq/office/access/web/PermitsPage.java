package kz.shanyraq.office.access.web;

import java.util.List;
import kz.shanyraq.office.access.Permits;
import kz.shanyraq.office.page.FieldError;
import org.jspecify.annotations.Nullable;

/// What the pages of permits show.
///
/// @param mine the own requests of the last thirty days
/// @param waiting what waits for a second officer; empty for those who may not answer
/// @param answers whether the one who looks may answer
/// @param number of the form
/// @param reason of the form
/// @param errors of the form
public record PermitsPage(
        List<Permits.Permit> mine,
        List<Permits.Permit> waiting,
        boolean answers,
        String number,
        String reason,
        List<FieldError> errors) {

    /// The sentence beside a field that is wrong.
    public @Nullable String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::text)
                .findFirst()
                .orElse(null);
    }
}
