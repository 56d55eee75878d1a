package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.benefits.Visits;
import kz.shanyraq.office.benefits.Way;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.policy.Fact;
import org.jspecify.annotations.Nullable;

/// A visit or call: which question, on which day, and how it ended.
///
/// @param needed what is missing of the family
/// @param planned what is planned; null if nothing is
/// @param typed what was typed, by field
/// @param wrong the fields with a mistake
/// @param writes whether the officer may write an answer down
public record VisitPage(
        FamilyId family,
        Way way,
        NeededView needed,
        Visits.@Nullable Visit planned,
        Map<String, String> typed,
        List<String> wrong,
        boolean writes) {

    /// The address of the family.
    public String back() {
        return "/families/" + family.number();
    }

    /// The address of this page.
    public String address() {
        return back() + "/visits/" + way.code();
    }

    /// The title.
    public String title(Text t) {
        return t.say("benefits.visit.title." + way.code());
    }

    /// The facts that are got in this way, of whom, and where the answer is written down.
    public List<NeededView.Row> rows(Text t) {
        return needed.rows(t).stream()
                .filter(row -> row.way() == way && row.fact() != null)
                .toList();
    }

    /// The questions to choose from: a visit or call is planned for one of them.
    public List<Option> questions(Text t) {
        Map<String, Option> questions = new LinkedHashMap<>();
        for (NeededView.Row row : rows(t)) {
            Fact fact = row.fact();
            if (fact != null) {
                questions.putIfAbsent(
                        fact.code(), new Option(fact.code(), VisitsPage.question(fact.code(), t), row.why()));
            }
        }
        return List.copyOf(questions.values());
    }

    /// The question that is chosen.
    public String chosen(Text t) {
        List<Option> questions = questions(t);
        String typedFact = typed("fact", planned == null ? "" : planned.fact());
        return questions.stream().anyMatch(each -> each.value().equals(typedFact)) || questions.isEmpty()
                ? typedFact
                : questions.getFirst().value();
    }

    /// The question of what is planned.
    public String question(Text t) {
        return planned == null ? "" : VisitsPage.question(planned.fact(), t);
    }

    /// The day that is chosen.
    public String day() {
        LocalDate day = planned == null ? null : planned.day();
        return typed("day", day == null ? "" : day.toString());
    }

    /// How it can end.
    public List<Option> ends(Text t) {
        return Arrays.stream(Visits.End.values())
                .map(end -> new Option(
                        end.code(),
                        t.say("benefits.visit.end." + end.code()),
                        t.say("benefits.visit.end." + end.code() + ".hint")))
                .toList();
    }

    /// What was typed into a field.
    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    /// What is wrong with a field; null if nothing.
    public @Nullable String error(String field, Text t) {
        return wrong.contains(field) ? t.say("benefits.visit.wrong." + field) : null;
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        return wrong.stream()
                .map(field -> new FieldError(field, t.say("benefits.visit.wrong." + field)))
                .toList();
    }
}
