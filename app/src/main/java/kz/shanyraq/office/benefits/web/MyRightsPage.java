package kz.shanyraq.office.benefits.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kz.shanyraq.office.benefits.Entitlement.Group;
import kz.shanyraq.office.benefits.OwnRights.Answer;
import kz.shanyraq.office.benefits.OwnRights.Change;
import kz.shanyraq.office.benefits.OwnRights.Due;
import kz.shanyraq.office.benefits.OwnRights.Mine;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Step;
import kz.shanyraq.policy.explain.Story;
import kz.shanyraq.policy.explain.Words;
import org.jspecify.annotations.Nullable;

/// What is due to the family of the citizen who looks.
///
/// @param mine null for who is of no family
public record MyRightsPage(@Nullable Mine mine) {

    private static final String CHECKED = "checked";
    private static final String STEPS = "steps";
    private static final String MET = "✓";

    /// An answer.
    ///
    /// @param sum what is due, in words; null where nothing is
    /// @param sections the answer in its parts
    public record Line(
            String benefit,
            @Nullable String person,
            String state,
            Tone tone,
            Icon icon,
            @Nullable String sum,
            List<Story.Section> sections) {

        private static final String ANSWER = "answer";
        private static final List<String> FIGURES = List.of("figures", "unconfirmed");

        /// Why, in a sentence each: failing conditions, missing facts, kind of benefit.
        public List<String> reasons() {
            return sections.stream()
                    .filter(section -> section.code().equals(ANSWER))
                    .flatMap(section -> section.lines().stream())
                    .toList();
        }

        /// What was checked and counted, and what would change it.
        public List<Story.Section> parts() {
            return sections.stream()
                    .filter(section ->
                            !FIGURES.contains(section.code()) && !section.code().equals(ANSWER))
                    .toList();
        }

        /// The figures of the law behind it, and what of them is unconfirmed.
        public List<Story.Section> figures() {
            return sections.stream()
                    .filter(section -> FIGURES.contains(section.code()))
                    .toList();
        }
    }

    /// The changes of a month to come.
    public record Month(YearMonth month, List<String> changes) {}

    /// What is due.
    public Mine due() {
        return Objects.requireNonNull(mine);
    }

    /// The answers of a group.
    public List<Line> lines(Group group, Text t) {
        return due().answers().stream()
                .filter(answer -> answer.group() == group)
                .map(answer -> line(answer, t))
                .toList();
    }

    private Line line(Answer answer, Text t) {
        State state = answer.state();
        Member member = answer.member();
        return new Line(
                words(t).say("benefit." + answer.benefit().code()),
                member == null ? null : member.called(),
                t.say("benefits.state." + (state == null ? "refused" : state.code())),
                RightsView.tone(state),
                RightsView.icon(state),
                RightsView.sum(answer.monthly(), answer.once(), t),
                answer.byOffice() ? office(answer, t) : reasons(answer, t));
    }

    /// The law's reasons; numbers that hold only of a part of the family are left out.
    private List<Story.Section> reasons(Answer answer, Text t) {
        Explanation why = Objects.requireNonNull(answer.why());
        boolean partly = !due().whole() && !why.missing().isEmpty();
        return story(why, t).stream()
                .filter(section -> !(partly && section.code().equals(STEPS)))
                .toList();
    }

    /// The office's answer: what of it can be told, and of what is not told no more than what it is about.
    private List<Story.Section> office(Answer answer, Text t) {
        var sections = new ArrayList<Story.Section>();
        if (answer.state() == State.UNDECIDED) {
            sections.add(new Story.Section(
                    "answer",
                    words(t).say("answer." + Outcome.UNDECIDED.code()),
                    answer.missing().stream()
                            .map(fact -> "– " + words(t).say("fact." + fact.code()))
                            .toList()));
        }
        Explanation why = answer.why();
        if (why == null) {
            sections.add(new Story.Section("hidden", t.say("benefits.my.by_office"), List.of()));
            return sections;
        }
        for (Story.Section section : story(why, t)) {
            List<String> met = section.lines().stream()
                    .filter(line -> line.startsWith(MET))
                    .toList();
            if (section.code().equals(CHECKED) && !met.isEmpty()) {
                sections.add(new Story.Section(CHECKED, section.head(), met));
            }
        }
        List<String> hidden = why.steps().stream()
                .filter(step ->
                        step.unit() == Unit.CONDITION && step.condition().equals("unknown"))
                .map(step -> condition(step, t))
                .toList();
        sections.add(new Story.Section(
                "hidden", t.say(hidden.isEmpty() ? "benefits.my.by_office" : "benefits.my.hidden"), hidden));
        return sections;
    }

    private static String condition(Step step, Text t) {
        return words(t).say("check." + step.name() + ".met");
    }

    private List<Story.Section> story(Explanation why, Text t) {
        List<String> names = due().now().members().stream().map(Member::called).toList();
        return new Story(LawWords.language(t)).sections(why, due().now().columns(), names);
    }

    /// What changes in the coming months, by month.
    public List<Month> months(Text t) {
        Map<YearMonth, List<String>> months = new LinkedHashMap<>();
        for (Change change : due().coming()) {
            months.computeIfAbsent(change.month(), any -> new ArrayList<>()).add(change(change, t));
        }
        return months.entrySet().stream()
                .map(month -> new Month(month.getKey(), month.getValue()))
                .toList();
    }

    private static String change(Change change, Text t) {
        Member member = change.member();
        String benefit = words(t).say("benefit." + change.benefit().code());
        String named = member == null ? benefit : benefit + " (" + member.called() + ")";
        String key = "benefits.my.turn." + change.turn().name().toLowerCase(Locale.ROOT);
        String before = sum(change.before(), t);
        String then = sum(change.then(), t);
        return switch (change.turn()) {
            case BEGINS -> t.say(key, named, then);
            case DIFFERS -> t.say(key, named, before, then);
            case ENDS, TOO_LATE -> t.say(key, named, before);
        };
    }

    private static String sum(Due due, Text t) {
        return Objects.requireNonNullElse(RightsView.sum(due.monthly(), due.once(), t), t.money(0));
    }

    private static Words words(Text t) {
        return Words.in(LawWords.language(t));
    }
}
