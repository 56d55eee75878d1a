package kz.shanyraq.office.benefits.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.shanyraq.office.benefits.Applications;
import kz.shanyraq.office.benefits.Awards;
import kz.shanyraq.office.benefits.Entitlement;
import kz.shanyraq.office.benefits.Entitlement.Group;
import kz.shanyraq.office.benefits.Pauses;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Link;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Todo;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.Step;
import kz.shanyraq.policy.explain.Story;
import kz.shanyraq.policy.explain.Words;
import kz.shanyraq.policy.household.Column;
import org.jspecify.annotations.Nullable;

/// What is due to a family, in four groups, each answer with its reasons in the words of the law library.
///
/// @param household the family as the law read it
/// @param all what the law says
/// @param paused what is not worked on for a time
/// @param pauses the address of the family's pages for who may pause; null for others
/// @param open applications of the family that wait for a decision
/// @param awarded awards of the family that give something now or later
/// @param applies the address of the family's pages for who takes applications; null for others
public record RightsView(
        FamilyFile file,
        Household household,
        List<Entitlement> all,
        List<Pauses.Pause> paused,
        @Nullable String pauses,
        List<Applications.Application> open,
        List<Awards.Award> awarded,
        @Nullable String applies) {

    /// Answers about a family without what can be done about them.
    static RightsView alone(FamilyFile file, Household household) {
        return new RightsView(file, household, List.of(), List.of(), null, List.of(), List.of(), null);
    }

    /// A group that is not empty.
    public record Shown(Group group, List<Line> lines) {}

    /// An answer.
    ///
    /// @param sum what is due, in words; null where nothing is
    /// @param reasons why, in a sentence each: failing conditions, missing facts, kind of benefit
    /// @param conditions every condition with whose word it rests on
    /// @param sections the answer in its parts
    /// @param pause until when and why it is not worked on; null if it is
    /// @param mayPause the address at which it can be paused, or the pause ended; null for none
    /// @param application the application that waits for its decision, or the award; null for none
    /// @param mayApply the address at which an application is taken; null for none
    /// @param mayOffer the address at which it is offered to the family; null for none
    /// @param urgent whether an application is what should come next
    public record Line(
            String benefit,
            @Nullable String person,
            String state,
            Tone tone,
            Icon icon,
            @Nullable String sum,
            List<String> reasons,
            List<Condition> conditions,
            List<Story.Section> sections,
            @Nullable String pause,
            @Nullable String mayPause,
            @Nullable Link application,
            @Nullable String mayApply,
            @Nullable String mayOffer,
            boolean urgent) {

        private static final List<String> FIGURES = List.of("figures", "unconfirmed");
        private static final List<String> ABOVE = List.of("answer", "checked");

        /// What was counted, and what would change it.
        public List<Story.Section> counted() {
            return sections.stream()
                    .filter(section -> !FIGURES.contains(section.code()) && !ABOVE.contains(section.code()))
                    .toList();
        }

        /// The figures of the law behind it, and what of them is unconfirmed.
        public List<Story.Section> figures() {
            return sections.stream()
                    .filter(section -> FIGURES.contains(section.code()))
                    .toList();
        }
    }

    /// A condition of the law.
    ///
    /// @param text the condition with what was found
    /// @param answer met, unmet or unknown, in words
    /// @param sources whose word it rests on, and of which day
    /// @param norm where the law says so
    public record Condition(String text, Tone tone, Icon icon, String answer, List<String> sources, String norm) {}

    /// What somebody should do about it now.
    public List<Todo> now(Text t) {
        List<Entitlement> found = all.stream()
                .filter(entitlement -> entitlement.group() == Group.UNRECEIVED
                        && pause(entitlement) == null
                        && award(entitlement) == null)
                .toList();
        long monthly = found.stream()
                .mapToLong(entitlement -> entitlement.explanation().monthly())
                .sum();
        long lost = all.stream()
                .filter(entitlement -> entitlement.state() == State.NO_LONGER && pause(entitlement) == null)
                .count();
        List<Todo> now = new ArrayList<>();
        if (!found.isEmpty()) {
            Words words = Words.in(LawWords.language(t));
            String names = t.list(found.stream()
                    .map(entitlement ->
                            words.say("benefit." + entitlement.benefit().code()))
                    .distinct()
                    .toList());
            now.add(new Todo(
                    Icon.PLUS_CIRCLE,
                    t.say("benefits.rights.now", found.size()),
                    monthly > 0 ? t.say("benefits.rights.now.sum", names, t.money(monthly)) : names,
                    t.say("benefits.rights.look"),
                    "#rights"));
        }
        if (lost > 0) {
            now.add(new Todo(
                    Icon.WARNING,
                    t.say("benefits.rights.lost", lost),
                    t.say("benefits.rights.lost.text"),
                    t.say("benefits.rights.look"),
                    "#rights"));
        }
        return List.copyOf(now);
    }

    private Pauses.@Nullable Pause pause(Entitlement entitlement) {
        Topic topic = Topic.of(entitlement.benefit());
        return paused.stream()
                .filter(pause -> pause.topic().equals(topic))
                .findFirst()
                .orElse(null);
    }

    /// The groups, those first in which a person has something to do.
    public List<Shown> groups(Text t) {
        return Arrays.stream(Group.values())
                .filter(group -> count(all, group) > 0)
                .map(group -> new Shown(
                        group,
                        all.stream()
                                .filter(entitlement -> entitlement.group() == group)
                                .map(entitlement -> line(entitlement, t))
                                .toList()))
                .toList();
    }

    static long count(List<Entitlement> all, Group group) {
        return all.stream().filter(entitlement -> entitlement.group() == group).count();
    }

    /// An answer with its reasons.
    Line line(Entitlement entitlement, Text t) {
        Language language = LawWords.language(t);
        var explanation = entitlement.explanation();
        List<String> names = household.members().stream().map(Member::called).toList();
        var story = new Story(language);
        List<Story.Section> sections = story.sections(explanation, household.columns(), names);
        var wordOf = new WordOf(file, t);
        // A condition on a sum rests on the facts that were counted.
        List<Column> counted = explanation.steps().stream()
                .filter(Step::numeric)
                .flatMap(step -> step.reads().stream())
                .distinct()
                .toList();
        Pauses.Pause pause = pause(entitlement);
        boolean pausable =
                pauses != null && (entitlement.group() == Group.UNRECEIVED || entitlement.state() == State.NO_LONGER);
        String state =
                entitlement.state() == null ? "refused" : entitlement.state().code();
        return new Line(
                Words.in(language).say("benefit." + entitlement.benefit().code()),
                entitlement.person(),
                t.say("benefits.state." + state),
                tone(entitlement.state()),
                icon(entitlement.state()),
                sum(explanation.monthly(), explanation.once(), t),
                Stream.concat(
                                story.because(explanation).stream(),
                                sections.stream()
                                        .filter(section -> section.code().equals("answer"))
                                        .flatMap(section -> section.lines().stream())
                                        .map(line -> line.replaceFirst("^– ", "")))
                        .toList(),
                story.conditions(explanation).stream()
                        .map(condition -> condition(condition, wordOf, counted, t))
                        .toList(),
                sections,
                pause == null ? null : t.say("benefits.paused", pause.until(), pause.reason()),
                pausable ? pauses + "/pauses/" + entitlement.benefit().code() : null,
                application(entitlement, t),
                apply(entitlement),
                offer(entitlement),
                entitlement.group() == Group.UNRECEIVED);
    }

    /// The conditions that are not met.
    List<Condition> unmet(Entitlement entitlement, Text t) {
        var wordOf = new WordOf(file, t);
        return new Story(LawWords.language(t))
                .conditions(entitlement.explanation()).stream()
                        .filter(condition -> condition.answer().equals("unmet"))
                        .map(condition -> condition(condition, wordOf, List.of(), t))
                        .toList();
    }

    private static Condition condition(Story.Condition condition, WordOf wordOf, List<Column> counted, Text t) {
        return new Condition(
                condition.text(),
                toneOf(condition.answer()),
                iconOf(condition.answer()),
                t.say("benefits.answer." + condition.answer()),
                wordOf.the(condition.reads().isEmpty() ? counted : condition.reads()),
                condition.cited());
    }

    private @Nullable Long person(Entitlement entitlement) {
        int p = entitlement.explanation().person();
        return p < 0 ? null : household.members().get(p).id().value();
    }

    private @Nullable Link application(Entitlement entitlement, Text t) {
        Topic topic = Topic.of(entitlement.benefit());
        Long person = person(entitlement);
        for (Applications.Application each : open) {
            if (each.subject().topic().equals(topic)
                    && Objects.equals(each.subject().person(), person)) {
                return new Link(
                        t.say("desk.application.waits", Long.toString(each.id()), each.due()),
                        "/applications/" + each.id());
            }
        }
        Awards.Award award = award(entitlement);
        return award == null
                ? null
                : new Link(t.say("desk.award.here", Long.toString(award.id())), "/awards/" + award.id());
    }

    private Awards.@Nullable Award award(Entitlement entitlement) {
        Topic topic = Topic.of(entitlement.benefit());
        Long person = person(entitlement);
        return awarded.stream()
                .filter(each -> each.subject().topic().equals(topic)
                        && Objects.equals(each.subject().person(), person))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String apply(Entitlement entitlement) {
        if (applies == null || entitlement.group() == Group.RECEIVED) {
            return null;
        }
        Long person = person(entitlement);
        return applies + "/applications/new?topic=" + entitlement.benefit().code()
                + (person == null ? "" : "&person=" + person);
    }

    /// What was found due is offered; what somebody applies for, whatever the law says of it, is not.
    private @Nullable String offer(Entitlement entitlement) {
        String address = apply(entitlement);
        return address == null || entitlement.state() != State.UNRECEIVED
                ? null
                : address.replace("/applications/new", "/offers/new");
    }

    private static Tone toneOf(String answer) {
        return answer.equals("met") ? Tone.GOOD : answer.equals("unmet") ? Tone.PLAIN : Tone.WAIT;
    }

    private static Icon iconOf(String answer) {
        return answer.equals("met") ? Icon.CHECK : answer.equals("unmet") ? Icon.REFUSED : Icon.QUESTION;
    }

    static @Nullable String sum(long monthly, long once, Text t) {
        if (monthly > 0) {
            return t.say("benefits.sum.monthly", t.money(monthly));
        }
        return once > 0 ? t.say("benefits.sum.once", t.money(once)) : null;
    }

    static Tone tone(@Nullable State state) {
        return switch (state) {
            case UNRECEIVED, RECEIPT_UNKNOWN -> Tone.WAIT;
            case RECEIVED -> Tone.GOOD;
            case NO_LONGER, UNDECIDED, SIGNAL -> Tone.INFO;
            case null -> Tone.PLAIN;
        };
    }

    static Icon icon(@Nullable State state) {
        return switch (state) {
            case UNRECEIVED -> Icon.PLUS;
            case RECEIVED -> Icon.CHECK;
            case NO_LONGER -> Icon.WARNING;
            case RECEIPT_UNKNOWN, UNDECIDED -> Icon.QUESTION;
            case SIGNAL -> Icon.INFORMATION;
            case null -> Icon.MINUS;
        };
    }
}
