package kz.shanyraq.office.registry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.Source;
import org.jspecify.annotations.Nullable;

/// A form about one fact: that it is wrong, or what is right.
///
/// @param seen the value that is shown now, as the sheet keeps it
/// @param typed what was typed, by field
/// @param wrong the fields with a mistake
public record FactPage(
        FamilyId family,
        @Nullable String lastName,
        FactSheet sheet,
        FactSheet.Column column,
        @Nullable Member person,
        @Nullable String seen,
        @Nullable Source source,
        String address,
        String back,
        boolean own,
        Map<String, String> typed,
        List<String> wrong,
        PlaceNames places,
        Map<Long, String> names) {

    /// The name of the fact.
    public String label(Text t) {
        return words(t).label(column);
    }

    /// Whom it is about.
    public String whom(Text t) {
        return person == null ? FactWords.family(t, lastName, family.number()) : person.name();
    }

    /// The value that is shown now.
    public String value(Text t) {
        String value = words(t).value(column, seen);
        return value == null ? t.say("page.fact.unknown") : value;
    }

    /// The name of the source.
    public @Nullable String sourceName(Text t) {
        return source == null ? null : source.name().in(t.language().code());
    }

    /// What may be chosen as the right value.
    public List<Option> options(Text t) {
        return FactForm.options(column, words(t), t);
    }

    /// The type of the field for the right value.
    public String type() {
        return column.form() == FactSheet.Form.DATE || column.form() == FactSheet.Form.EVENT ? "date" : "text";
    }

    /// What was typed into a field.
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /// What is wrong with a field; null if nothing.
    public @Nullable String error(String field, Text t) {
        return wrong.contains(field) ? t.say("registry.error." + field) : null;
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        List<FieldError> errors = new ArrayList<>();
        wrong.forEach(field -> errors.add(new FieldError(field, t.say("registry.error." + field))));
        return errors;
    }

    private FactWords words(Text t) {
        return new FactWords(t, places, names);
    }
}
