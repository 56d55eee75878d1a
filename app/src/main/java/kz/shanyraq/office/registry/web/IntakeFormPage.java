package kz.shanyraq.office.registry.web;

import java.util.List;
import java.util.Map;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import org.jspecify.annotations.Nullable;

/// The form by which a file comes in.
///
/// @param refused the key of why the last one was not taken
public record IntakeFormPage(
        List<Map<String, Object>> sources, @Nullable String refused) {

    /// The sources, in the page's language.
    public List<Option> options(Text t) {
        String column = "name_" + t.language().name().toLowerCase(java.util.Locale.ROOT);
        return sources.stream()
                .map(source -> new Option(String.valueOf(source.get("code")), String.valueOf(source.get(column)), null))
                .toList();
    }
}
