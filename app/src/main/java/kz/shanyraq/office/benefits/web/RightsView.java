package kz.shanyraq.office.benefits.web;

import java.util.Arrays;
import java.util.List;
import kz.shanyraq.office.benefits.Entitlement;
import kz.shanyraq.office.benefits.Entitlement.Group;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.Story;
import kz.shanyraq.policy.explain.Words;
import org.jspecify.annotations.Nullable;

/// What is due to a family, in four groups, each answer with its reasons in the words of the law library.
///
/// @param household the family as the law read it
/// @param all what the law says
public record RightsView(Household household, List<Entitlement> all) {

    /// A group that is not empty.
    ///
    /// @param open whether it stands open
    public record Shown(Group group, List<Line> lines, boolean open) {}

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

        private static final List<String> FIGURES = List.of("figures", "unconfirmed");

        /// What was found, checked and counted, and what would change it.
        public List<Story.Section> reasons() {
            return sections.stream()
                    .filter(section -> !FIGURES.contains(section.code()))
                    .toList();
        }

        /// The figures of the law behind it, and what of them is unconfirmed.
        public List<Story.Section> figures() {
            return sections.stream()
                    .filter(section -> FIGURES.contains(section.code()))
                    .toList();
        }
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
                                .toList(),
                        group != Group.REFUSED))
                .toList();
    }

    static long count(List<Entitlement> all, Group group) {
        return all.stream().filter(entitlement -> entitlement.group() == group).count();
    }

    private Line line(Entitlement entitlement, Text t) {
        Language language = LawWords.language(t);
        var explanation = entitlement.explanation();
        List<String> names = household.members().stream().map(Member::called).toList();
        String state =
                entitlement.state() == null ? "refused" : entitlement.state().code();
        return new Line(
                Words.in(language).say("benefit." + entitlement.benefit().code()),
                entitlement.person(),
                t.say("benefits.state." + state),
                tone(entitlement.state()),
                icon(entitlement.state()),
                sum(explanation.monthly(), explanation.once(), t),
                new Story(language).sections(explanation, household.columns(), names));
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
