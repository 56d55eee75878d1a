package kz.shanyraq.office.benefits.web;

import java.util.Comparator;
import java.util.List;
import kz.shanyraq.office.benefits.Decisions.Decision;
import kz.shanyraq.office.benefits.Decisions.KeptStep;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Member;
import org.jspecify.annotations.Nullable;

/// The form in which an officer writes an appeal down.
///
/// @param grown who may appeal
/// @param condition the step that was chosen; likewise the others
/// @param wrong the fields with a mistake
public record NewAppealPage(
        Decision decision,
        FamilyFile file,
        List<Member> grown,
        String condition,
        String words,
        String person,
        List<String> wrong) {

    /// What can be disputed: conditions, those first that are not met, and the sum.
    static List<KeptStep> disputable(Decision decision) {
        return decision.steps().stream()
                .filter(step -> step.unit().equals("condition") || step.name().startsWith("sum"))
                .sorted(Comparator.comparing((KeptStep step) -> !step.value().equals("unmet"))
                        .thenComparing(step -> !step.unit().equals("condition")))
                .toList();
    }

    /// The address of the decision.
    public String back() {
        return "/decisions/" + decision.id();
    }

    /// The benefit, and of whom.
    public String about(Text t) {
        return DeskWords.subject(decision.subject(), file, t);
    }

    /// What can be disputed, in words.
    public List<Option> conditions(Text t) {
        var kept = new KeptWords(decision.steps(), t);
        return disputable(decision).stream()
                .map(step -> new Option(
                        step.name(),
                        kept.say(step),
                        step.unit().equals("condition") ? t.say("benefits.answer." + step.value()) : null))
                .toList();
    }

    /// Who may appeal.
    public List<Option> persons() {
        return grown.stream()
                .map(member -> new Option(Long.toString(member.id().value()), member.name()))
                .toList();
    }

    /// What is wrong with a field; null if nothing.
    public @Nullable String error(String field, Text t) {
        return wrong.contains(field) ? t.say("desk.appeal.wrong." + field) : null;
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        return wrong.stream()
                .map(field -> new FieldError(field, t.say("desk.appeal.wrong." + field)))
                .toList();
    }
}
