package kz.shanyraq.office.benefits.web;

import java.util.List;
import kz.shanyraq.office.benefits.Appeals;
import kz.shanyraq.office.benefits.Decisions;
import kz.shanyraq.office.benefits.Letters;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.Words;
import org.jspecify.annotations.Nullable;

/// A decision as the citizen reads it, and the appeal against one of its conditions.
///
/// @param letters the letters about it
/// @param appeals what the citizen said against it before
/// @param condition the condition that was chosen
/// @param words what was typed
/// @param wrong the fields with a mistake
public record MyDecisionPage(
        Decisions.Decision decision,
        List<Letters.Issued> letters,
        List<Appeals.Appeal> appeals,
        String condition,
        String words,
        List<String> wrong) {

    /// The benefit.
    public String benefit(Text t) {
        return TopicWords.name(decision.subject().topic(), t);
    }

    /// What is due, in words; null where nothing is.
    public @Nullable String sum(Text t) {
        return RightsView.sum(decision.monthly(), decision.once(), t);
    }

    /// The conditions of the law with their answers, those first that were not met.
    public List<Decisions.KeptStep> conditions() {
        return decision.steps().stream()
                .filter(step -> step.unit().equals("condition"))
                .sorted((a, b) ->
                        Boolean.compare(b.value().equals("unmet"), a.value().equals("unmet")))
                .toList();
    }

    /// A condition with its answer, in words.
    public String said(Decisions.KeptStep step, Text t) {
        return check(step.name(), step.value(), t);
    }

    /// A condition in words, as it reads when it is met.
    public String condition(String name, Text t) {
        return check(name, "met", t);
    }

    private static String check(String name, String value, Text t) {
        return Words.in(Language.valueOf(t.language().name())).say("check." + name + "." + value);
    }

    /// The conditions to choose from.
    public List<Option> choices(Text t) {
        return conditions().stream()
                .map(step -> new Option(step.name(), condition(step.name(), t)))
                .toList();
    }

    /// What is wrong with a field; null if nothing.
    public @Nullable String error(String field, Text t) {
        return wrong.contains(field) ? t.say("benefits.my.appeal.wrong." + field) : null;
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        return wrong.stream()
                .map(field -> new FieldError(
                        field.equals("again") ? "condition" : field, t.say("benefits.my.appeal.wrong." + field)))
                .toList();
    }
}
