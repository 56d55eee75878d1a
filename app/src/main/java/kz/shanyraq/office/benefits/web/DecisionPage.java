package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.benefits.Answers;
import kz.shanyraq.office.benefits.Appeals.Appeal;
import kz.shanyraq.office.benefits.Decisions.Decision;
import kz.shanyraq.office.benefits.Decisions.Difference;
import kz.shanyraq.office.benefits.Decisions.KeptStep;
import kz.shanyraq.office.benefits.Decisions.Kind;
import kz.shanyraq.office.benefits.Decisions.Replay;
import kz.shanyraq.office.benefits.Letters;
import kz.shanyraq.office.page.Fact;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Telling;
import org.jspecify.annotations.Nullable;

/// A decision with what it stands on.
///
/// @param answer what the law says from what the decision stored; null where it no longer can be asked
/// @param award the award it makes or changes; null for none
/// @param replay what deciding the same again gave; null where nobody asked
/// @param changed what the law says otherwise by now, where that stopped the second person
/// @param appeals against it, and that which it puts right
/// @param letters that were sent about it
/// @param names of the officers who signed, or told a fact
/// @param me who looks
/// @param decides whether the one who looks proposes decisions about the family
/// @param approves whether the one who looks may be the second person
/// @param typed the reason that was typed
/// @param wrong whether that reason is too short or too long
public record DecisionPage(
        Decision decision,
        FamilyFile file,
        Answers.@Nullable Answer answer,
        @Nullable AwardLine award,
        @Nullable Replay replay,
        List<Difference> changed,
        List<Appeal> appeals,
        List<Letters.Issued> letters,
        Map<UUID, String> names,
        UUID me,
        boolean decides,
        boolean approves,
        String typed,
        boolean wrong) {

    /// A difference in words.
    public record Differing(String about, String kept, String now) {}

    /// A fact that an officer told.
    public record ByHand(
            String fact,
            String who,
            @Nullable String why,
            @Nullable String document,
            LocalDate day) {}

    /// The address of the page.
    public String address() {
        return "/decisions/" + decision.id();
    }

    /// The address of the family.
    public String family() {
        return "/families/" + file.id().number();
    }

    /// What it decides.
    public String title(Text t) {
        return t.say("desk.decision.title", Long.toString(decision.id()));
    }

    /// The benefit, and of whom.
    public String subject(Text t) {
        return DeskWords.subject(decision.subject(), file, t);
    }

    /// How its state is marked.
    public Tone tone() {
        return DeskWords.tone(decision.state());
    }

    /// Whether it waits for a second person.
    public boolean waits() {
        return decision.state().equals("proposed");
    }

    /// Whether the one who looks proposed it.
    public boolean own() {
        return me.equals(decision.proposedBy());
    }

    /// Whether the one who looks can put it in force.
    public boolean mayApprove() {
        return waits() && approves && !own();
    }

    /// Whether an appeal can be taken.
    public boolean mayAppeal() {
        return decides && decision.state().equals("in_force");
    }

    /// Whether it gives or takes months.
    public boolean gives() {
        return decision.from() != null;
    }

    /// The sum, in words; 0 where it is refused or ended.
    public String sum(Text t) {
        String sum = RightsView.sum(decision.monthly(), decision.once(), t);
        return sum == null ? t.money(0) : sum;
    }

    /// The sum written out.
    public String spelled(Text t) {
        return t.spelled(decision.monthly() > 0 ? decision.monthly() : decision.once());
    }

    /// From which month to which.
    public String months(Text t) {
        LocalDate from = decision.from();
        return from == null ? "" : DeskWords.months(from, decision.until(), t);
    }

    /// What an officer is called.
    public String name(@Nullable UUID officer, Text t) {
        return officer == null ? t.say("desk.by_rule") : names.getOrDefault(officer, t.say("desk.officer"));
    }

    /// The answer with its reasons, from the facts that were known; null where there is none.
    public RightsView.@Nullable Line line(Text t) {
        return answer == null
                ? null
                : RightsView.alone(answer.file(), answer.household()).line(answer.entitlement(), t);
    }

    /// The steps as the decision keeps them.
    public List<String> kept(Text t) {
        var words = new KeptWords(decision.steps(), t);
        return decision.steps().stream().map(words::say).toList();
    }

    /// What stopped the second person.
    public List<Differing> changed(Text t) {
        return differing(changed, t);
    }

    /// What came out otherwise when it was decided again; empty if nothing did.
    public List<Differing> replayed(Text t) {
        return replay == null ? List.of() : differing(replay.differences(), t);
    }

    private List<Differing> differing(List<Difference> differences, Text t) {
        var words = new KeptWords(decision.steps(), t);
        return differences.stream()
                .map(each ->
                        new Differing(words.about(each), words.said(each, each.kept()), words.said(each, each.now())))
                .toList();
    }

    /// The facts behind it that an officer told, by the file as it was known.
    public List<ByHand> byHand(Text t) {
        if (answer == null) {
            return List.of();
        }
        int known = answer.file().known();
        List<ByHand> byHand = new ArrayList<>();
        for (Telling row : answer.file().tellings()) {
            Integer replaced = row.replacedBy();
            if (row.since() <= known
                    && (replaced == null || replaced > known)
                    && row.tellers().stream().anyMatch(by -> by.source().equals("officer"))) {
                byHand.add(new ByHand(
                        t.say("registry.sheet." + row.sheet().code()) + whose(row),
                        name(row.by(), t),
                        row.why(),
                        row.document(),
                        LocalDate.ofInstant(row.learned(), Looks.ZONE)));
            }
        }
        return List.copyOf(byHand);
    }

    private String whose(Telling row) {
        return row.sheet().ofFamily() ? "" : ", " + DeskWords.person(row.subject(), file);
    }

    /// The months that an award gives, in words.
    public String span(kz.shanyraq.office.benefits.Awards.Months months, Text t) {
        return DeskWords.months(months.from(), months.until(), t);
    }

    /// Whether months of the award are those of this decision.
    public boolean ofThis(kz.shanyraq.office.benefits.Awards.Months months) {
        return months.decision() == decision.id();
    }

    /// What it stands on.
    public List<Fact> facts(Text t) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(t.say("desk.decision.month"), t.month(YearMonth.from(decision.month()))));
        facts.add(new Fact(t.say("desk.decision.facts"), t.date(decision.factsOn())));
        facts.add(new Fact(t.say("desk.edition"), decision.edition()));
        facts.add(new Fact(t.say("desk.decision.delivery"), "№ " + decision.known()));
        facts.add(new Fact(t.say("desk.decision.corrected"), t.number(decision.corrected())));
        return List.copyOf(facts);
    }

    /// The step that an appeal disputes, in words.
    public String disputed(Appeal appeal, Text t) {
        return condition(decision, appeal.condition(), t);
    }

    static String condition(Decision decision, String condition, Text t) {
        var words = new KeptWords(decision.steps(), t);
        for (KeptStep step : decision.steps()) {
            if (Objects.equals(step.name(), condition)) {
                return words.say(step);
            }
        }
        return condition;
    }

    /// Whether it refuses.
    public boolean refuses() {
        return decision.kind() == Kind.REFUSE;
    }

    /// What is wrong with the reason; null for nothing.
    public @Nullable String error(Text t) {
        return wrong ? t.say("desk.reason.wrong") : null;
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        String error = error(t);
        return error == null ? List.of() : List.of(new FieldError("reason", error));
    }
}
