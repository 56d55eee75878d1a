package kz.shanyraq.office.benefits.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.shanyraq.office.benefits.Appeals.Appeal;
import kz.shanyraq.office.benefits.Decisions.Decision;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.FamilyFile;
import org.jspecify.annotations.Nullable;

/// An appeal, the decision that it disputes, and its answer.
///
/// @param names of the officers who signed
/// @param me who looks
/// @param decides whether the one who looks may put the decision right
/// @param approves whether the one who looks may answer, unless it was their own decision
/// @param outcome the answer that was chosen; likewise its reason
/// @param wrong the fields with a mistake
/// @param same whether the law said the same when it was to be put right
public record AppealPage(
        Appeal appeal,
        Decision decision,
        FamilyFile file,
        Map<UUID, String> names,
        UUID me,
        boolean decides,
        boolean approves,
        String outcome,
        String reason,
        List<String> wrong,
        boolean same) {

    /// The address of the page.
    public String address() {
        return "/appeals/" + appeal.id();
    }

    /// The address of the family.
    public String family() {
        return "/families/" + file.id().number();
    }

    /// The benefit, and of whom.
    public String subject(Text t) {
        return DeskWords.subject(decision.subject(), file, t);
    }

    /// What is disputed.
    public String condition(Text t) {
        return DecisionPage.condition(decision, appeal.condition(), t);
    }

    /// The clock.
    public Clock clock() {
        return Clock.of(appeal);
    }

    /// How the state is marked.
    public Tone tone() {
        return DeskWords.tone(appeal.state());
    }

    /// Who appeals.
    public String person() {
        return DeskWords.person(appeal.person(), file);
    }

    /// What an officer is called.
    public String name(@Nullable UUID officer, Text t) {
        return officer == null ? t.say("desk.by_rule") : names.getOrDefault(officer, t.say("desk.officer"));
    }

    /// Whether it waits for an answer.
    public boolean open() {
        return appeal.state().equals("open");
    }

    /// Whether the one who looks took part in the decision.
    public boolean tookPart() {
        return me.equals(decision.proposedBy()) || me.equals(decision.approvedBy());
    }

    /// Whether the one who looks may answer.
    public boolean mayAnswer() {
        return open() && approves && !tookPart();
    }

    /// Whether the decision is still to be put right.
    public boolean toCorrect() {
        return appeal.state().equals("upheld") && appeal.correctedBy() == null;
    }

    /// The two answers.
    public List<Option> outcomes(Text t) {
        return List.of(
                new Option("upheld", t.say("desk.appeal.uphold"), t.say("desk.appeal.uphold.hint")),
                new Option("rejected", t.say("desk.appeal.reject"), t.say("desk.appeal.reject.hint")));
    }

    /// What is wrong with a field; null if nothing.
    public @Nullable String error(String field, Text t) {
        if (!wrong.contains(field)) {
            return null;
        }
        return field.equals("reason") ? t.say("desk.reason.wrong") : t.say("desk.appeal.wrong." + field);
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        return wrong.stream()
                .map(field -> new FieldError(
                        field,
                        field.equals("reason") ? t.say("desk.reason.wrong") : t.say("desk.appeal.wrong." + field)))
                .toList();
    }
}
