package kz.shanyraq.office.registry.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Entered;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;
import org.jspecify.annotations.Nullable;

/// Entry of a family with its first person, or of a person into a family.
///
/// @param family the family; null for a new one
/// @param choices places where a new family may live
/// @param wrong the fields with a mistake
/// @param understood what was understood, to be agreed to; null while the form is filled in
/// @param alike persons who may be the same
public record EntryPage(
        EntryForm form,
        @Nullable FamilyId family,
        List<Place> choices,
        List<String> wrong,
        @Nullable Entered understood,
        List<Found.Person> alike) {

    /// Where the form is sent.
    public String action() {
        return family == null ? "/families/new" : "/families/" + family.number() + "/persons/new";
    }

    /// Places to choose from.
    public List<Option> places(Text t) {
        return choices.stream()
                .map(place -> new Option(
                        Integer.toString(place.kato()), place.in(t.language().code())))
                .sorted(Comparator.comparing(Option::text, t.alphabetical()))
                .toList();
    }

    /// Relations to choose from.
    public List<Option> relations(Text t) {
        return EntryPages.RELATIONS.stream()
                .map(relation -> new Option(relation, t.say("registry.relation." + relation)))
                .toList();
    }

    /// Sexes to choose from.
    public List<Option> sexes(Text t) {
        return List.of(new Option("f", t.say("registry.sex.f")), new Option("m", t.say("registry.sex.m")));
    }

    /// What is wrong with a field; null if nothing.
    public @Nullable String error(String field, Text t) {
        return wrong.contains(field) ? t.say("registry.error." + word(field)) : null;
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        return wrong.stream()
                .map(field -> new FieldError(field, t.say("registry.error." + word(field))))
                .toList();
    }

    /// What does not fit between number, birth date and sex: it warns.
    public List<String> warnings(Text t) {
        return understood == null || understood.iin() == null
                ? List.of()
                : IinWarnings.of(understood.iin(), understood.birthDate(), understood.sex()).stream()
                        .map(t::say)
                        .toList();
    }

    /// Birth date and age.
    public String born(@Nullable LocalDate day, Text t) {
        return day == null
                ? t.say("page.fact.unknown")
                : t.date(day) + ", " + t.years(Period.between(day, t.today()).getYears());
    }

    /// The field's name as keys of words are written: lastName is last_name.
    private static String word(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
