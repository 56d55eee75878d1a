package kz.shanyraq.office.access.web;

import java.util.List;
import kz.shanyraq.office.page.FieldError;
import org.jspecify.annotations.Nullable;

/// What the pages of sign-in show.
///
/// @param login what was typed
/// @param next where to go afterwards
/// @param notice the end of the key of a sentence above the form, if one
/// @param provider whether a provider of OpenID Connect is configured
/// @param errors what is wrong
public record SignInPage(
        String login, String next, @Nullable String notice, boolean provider, List<FieldError> errors) {

    /// The sentence beside the first field that is wrong.
    public @Nullable String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::text)
                .findFirst()
                .orElse(null);
    }
}
