package kz.shanyraq.policy.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Citation;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// An explanation as a text that can be read out to the family, in one language.
public final class Story {

    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final String TENGE = NO_BREAK_SPACE + "₸";
    private static final String INDENT = "  ";

    /// Conditions for whose sake a benefit is given: those that compare sums, and those that do not.
    private static final Set<String> WITH_NUMBERS = Set.of("below_line", "costs_above_share");
    private static final Set<String> GROUNDS = Set.of(
            "enough_children",
            "dependants",
            "record_long_enough",
            "has_carer",
            "insured",
            "not_insured",
            "not_yet_paid");

    private final Words words;
    private final Language language;

    /// A teller in a language.
    public Story(Language language) {
        this.language = language;
        this.words = Words.in(language);
    }

    /// The lines of an explanation.
    ///
    /// @param family how to name the family, such as its number
    /// @param person how to name the person whom the benefit concerns; empty for a family
    /// @param one the family, as a block of one, for the names of the facts that a change is about
    /// @param names how to name each person of the family, in the order of the rows
    public List<String> tell(
            Explanation explanation, String family, String person, Households one, List<String> names) {
        var lines = new ArrayList<String>();
        String benefit = words.say("benefit." + explanation.benefit().code());
        String month = words.say(
                "month",
                words.say("month." + explanation.month().getMonthValue()),
                Integer.toString(explanation.month().getYear()));
        lines.add(words.say("title", benefit, month));
        lines.add(person.isEmpty() ? words.say("about.family", family) : words.say("about.person", family, person));
        lines.add("");
        parts(explanation, one, names).values().forEach(part -> part.accept(lines));
        return lines;
    }

    /// A part of an explanation.
    ///
    /// @param code answer, checked, steps, unless, figures or unconfirmed
    /// @param head what it says in one line
    /// @param lines the lines below it
    public record Section(String code, String head, List<String> lines) {}

    /// A condition of the law as it was answered.
    ///
    /// @param text the condition with what was found of the family
    /// @param answer met, unmet or unknown
    /// @param cited where the law says so; an asterisk marks what is not confirmed
    /// @param reads the facts on which it rests
    public record Condition(String text, String answer, String cited, List<Column> reads) {}

    /// The conditions of an explanation, in the order of the act: for a page that shows beside each whose word it
    /// rests on.
    public List<Condition> conditions(Explanation explanation) {
        return explanation.steps().stream()
                .filter(step -> step.unit() == Unit.CONDITION)
                .map(step -> {
                    String cited = cite(step.citation()).strip();
                    return new Condition(
                            unmet(step, explanation),
                            step.condition(),
                            cited.substring(1, cited.length() - 1),
                            step.reads());
                })
                .toList();
    }

    /// The condition on which a granted answer stands first of all, with what was found and where the law says so;
    /// empty
    /// where no single condition is that.
    public Optional<String> because(Explanation explanation) {
        if (explanation.outcome() != Outcome.GRANTED) {
            return Optional.empty();
        }
        return explanation.steps().stream()
                .filter(step -> step.unit() == Unit.CONDITION
                        && step.condition().equals("met")
                        && (WITH_NUMBERS.contains(step.name()) || GROUNDS.contains(step.name())))
                .findFirst()
                .map(step -> (WITH_NUMBERS.contains(step.name())
                                ? filled(words.say("because." + step.name()), explanation)
                                : check(step))
                        + cite(step.citation()));
    }

    /// The explanation in its parts, the answer first: for a page that lays them out itself.
    ///
    /// @param one the family, as a block of one, for the names of the facts that a change is about
    /// @param names how to name each person of the family, in the order of the rows
    public List<Section> sections(Explanation explanation, Households one, List<String> names) {
        var sections = new ArrayList<Section>();
        parts(explanation, one, names).forEach((code, part) -> {
            List<String> lines = new ArrayList<>();
            part.accept(lines);
            lines.removeIf(String::isEmpty);
            if (!lines.isEmpty()) {
                sections.add(new Section(
                        code,
                        lines.getFirst(),
                        lines.stream().skip(1).map(String::strip).toList()));
            }
        });
        return sections;
    }

    /// What tells each part, in their order.
    private Map<String, Consumer<List<String>>> parts(Explanation explanation, Households one, List<String> names) {
        var parts = new LinkedHashMap<String, Consumer<List<String>>>();
        parts.put("answer", lines -> answer(explanation, lines));
        parts.put("checked", lines -> checked(explanation, lines));
        parts.put("steps", lines -> steps(explanation, lines));
        parts.put("unless", lines -> unless(explanation, one, names, lines));
        parts.put("figures", lines -> figures(explanation, lines));
        parts.put("unconfirmed", lines -> unconfirmed(explanation, lines));
        return parts;
    }

    private void answer(Explanation explanation, List<String> lines) {
        switch (explanation.outcome()) {
            case GRANTED -> {
                lines.add(granted(explanation.benefit(), explanation.monthly(), explanation.once()));
                if (explanation.kind() != Kind.NONE) {
                    lines.add(words.say("kind." + explanation.kind().code()));
                }
            }
            case REFUSED -> {
                lines.add(words.say("answer.refused"));
                for (Step step : explanation.steps()) {
                    if (step.unit() == Unit.CONDITION && step.condition().equals("unmet")) {
                        lines.add(INDENT + "– " + unmet(step, explanation) + cite(step.citation()));
                    }
                }
                if (explanation.unmet().stream()
                        .anyMatch(ground -> ground.code().equals("no_members"))) {
                    lines.add(INDENT + "– " + words.say("ground.no_members"));
                }
            }
            case UNDECIDED -> {
                lines.add(words.say("answer.undecided"));
                for (Fact fact : explanation.missing()) {
                    lines.add(INDENT + "– " + words.say("fact." + fact.code()));
                }
            }
        }
    }

    private String granted(Benefit benefit, long monthly, long once) {
        if (monthly > 0 && once > 0) {
            return words.say("answer.granted.both", tenge(monthly), tenge(once));
        }
        if (once > 0) {
            return words.say("answer.granted.once", tenge(once));
        }
        if (monthly > 0) {
            return words.say("answer.granted.monthly", tenge(monthly));
        }
        return words.say(benefit == Benefit.TARGETED_ASSISTANCE ? "answer.granted.on_the_line" : "answer.granted.zero");
    }

    private void checked(Explanation explanation, List<String> lines) {
        List<String> checks = explanation.steps().stream()
                .filter(step -> step.unit() == Unit.CONDITION)
                .filter(step -> explanation.outcome() != Outcome.REFUSED
                        || !step.condition().equals("unmet"))
                .map(step ->
                        INDENT + (step.condition().equals("met") ? "✓ " : "? ") + check(step) + cite(step.citation()))
                .toList();
        section("head.checked", checks, lines);
    }

    private void steps(Explanation explanation, List<String> lines) {
        List<String> numbers = explanation.steps().stream()
                .filter(Step::numeric)
                .filter(step -> isTold(step, explanation))
                .map(step -> INDENT + words.say("step." + step.name(), number(step)) + cite(step.citation()))
                .toList();
        section(explanation.outcome() == Outcome.UNDECIDED ? "head.steps.known" : "head.steps", numbers, lines);
    }

    /// Amounts are told only where they are due; what there is none of is told only where it matters, and
    /// never while something is not known.
    private static boolean isTold(Step step, Explanation explanation) {
        boolean zero = step.numeric() && step.number() == 0;
        return (explanation.outcome() == Outcome.GRANTED || !isAmount(step))
                && !(zero && (isDetail(step) || explanation.outcome() == Outcome.UNDECIDED));
    }

    private static boolean isDetail(Step step) {
        return switch (step.name()) {
            case "farm",
                    "carers",
                    "with_duty",
                    "to_register",
                    "aged1to6",
                    "child_supplement",
                    "children",
                    "lost_both" -> true;
            case "to_centre", "shortfall", "children_with_sum" -> true;
            default -> false;
        };
    }

    private static boolean isAmount(Step step) {
        return switch (step.name()) {
            case "sum", "sum_once", "for_each_adult", "for_each_child", "child_supplement", "shortfall", "to_centre" ->
                true;
            default -> false;
        };
    }

    private void unless(Explanation explanation, Households one, List<String> names, List<String> lines) {
        Flip flip = explanation.flip();
        String sentence = flip == null
                ? words.say("unless.none")
                : words.say(
                        "unless." + explanation.outcome().code() + "."
                                + flip.outcome().code(),
                        cell(flip, one, names),
                        value(flip.column(), flip.to()),
                        value(flip.column(), flip.from()),
                        due(flip));
        section("head.unless", List.of(INDENT + sentence), lines);
    }

    private String due(Flip flip) {
        return flip.once() > 0 ? words.say("once", tenge(flip.once())) : words.say("a_month", tenge(flip.monthly()));
    }

    /// The figures behind the steps that are told, with their sources.
    private void figures(Explanation explanation, List<String> lines) {
        List<String> figures = explanation.steps().stream()
                .filter(step -> isTold(step, explanation))
                .flatMap(step -> step.figures().stream())
                .distinct()
                .map(looked -> INDENT + words.figure(looked))
                .toList();
        section("head.figures", figures, lines);
    }

    private void unconfirmed(Explanation explanation, List<String> lines) {
        List<String> names = explanation.steps().stream()
                .filter(step -> !step.confirmed())
                .filter(step -> isTold(step, explanation))
                .map(step -> INDENT + "* " + title(step) + cite(step.citation()))
                .distinct()
                .toList();
        section("head.unconfirmed", names, lines);
    }

    private void section(String head, List<String> content, List<String> lines) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(words.say(head));
            lines.addAll(content);
        }
    }

    private String title(Step step) {
        return step.unit() == Unit.CONDITION
                ? check(step)
                : step.unit() == Unit.KIND ? words.say("step.kind") : words.say("step." + step.name(), number(step));
    }

    private String check(Step step) {
        return words.say("check." + step.name() + "." + step.condition());
    }

    /// An unmet condition, with the numbers of other steps put in where its words ask for them.
    private String unmet(Step step, Explanation explanation) {
        return filled(check(step), explanation);
    }

    private String filled(String words, Explanation explanation) {
        for (Step other : explanation.steps()) {
            words = words.replace("{" + other.name() + "}", number(other));
        }
        return words;
    }

    private String cite(Citation citation) {
        String act = words.say("act." + citation.act().code());
        return "  [" + act + (citation.place().isEmpty() ? "" : ", " + words.place(citation.place()))
                + (citation.confirmed() ? "" : " *") + "]";
    }

    private String number(Step step) {
        return switch (step.unit()) {
            case TENGE -> tenge(step.number());
            case TIYN -> grouped(step.number() / 100) + decimals(step.number() % 100) + TENGE;
            case HUNDREDTHS -> grouped(step.number() / 100) + decimals(step.number() % 100);
            case COUNT -> grouped(step.number());
            case CONDITION, KIND -> step.value();
        };
    }

    private String decimals(long hundredths) {
        return hundredths == 0 ? "" : (language == Language.EN ? "." : ",") + (hundredths < 10 ? "0" : "") + hundredths;
    }

    private static String tenge(long sum) {
        return grouped(sum) + TENGE;
    }

    private static String grouped(long number) {
        String digits = Long.toString(number);
        var grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(NO_BREAK_SPACE);
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }

    /// A fact in words: what it is, and whose.
    private String cell(Flip flip, Households one, List<String> names) {
        Column column = flip.column();
        int row = flip.row();
        return switch (column.file()) {
            case INCOMES -> {
                String kind = words.say("code.kind." + Column.INCOME_KIND.format(one.incomeKind[row]));
                String month = Day.month(one.incomeMonth[row]).toString();
                String cell = words.say("cell.incomes." + column.header(), kind, month);
                yield words.say("of_person", cell, name(names, owner(one, row)));
            }
            case LIVESTOCK ->
                words.say(
                        "cell.livestock.heads",
                        words.say("code.kind." + Column.LIVESTOCK_KIND.format(one.livestockKind[row])));
            case PLOTS ->
                words.say("cell.plots.area_m2", words.say("code.kind." + Column.PLOT_KIND.format(one.plotKind[row])));
            case PERSONS -> words.say("of_person", fact(column), name(names, row));
            case FAMILIES, SOURCES, FACTS -> fact(column);
        };
    }

    private static int owner(Households one, int income) {
        int p = 0;
        while (one.firstIncome[p + 1] <= income) {
            p++;
        }
        return p;
    }

    private static String name(List<String> names, int row) {
        return row < names.size() ? names.get(row) : Integer.toString(row + 1);
    }

    private String fact(Column column) {
        return words.say("fact." + (column == Column.DISABILITY_GROUP_CHILD ? "disability_group" : column.header()));
    }

    private String value(Column column, long raw) {
        if (raw == column.type().unknown()) {
            return words.say("value.unknown");
        }
        return switch (column.type()) {
            case BOOLEAN -> words.say(raw == 1 ? "value.true" : "value.false");
            case DATE, EVENT ->
                raw == Households.NEVER
                        ? words.say("value.never")
                        : LocalDate.ofEpochDay(raw).toString();
            case MONEY -> tenge(raw);
            case COUNT -> grouped(raw);
            case AREA -> column.format(raw) + NO_BREAK_SPACE + "м²";
            case CODE -> words.say("code." + column.header() + "." + column.format(raw));
            case BENEFITS -> benefits((int) raw);
            case MONTH, TEXT -> column.format(raw);
        };
    }

    /// The benefits that somebody receives, by their names; those that the law does not know are others.
    private String benefits(int received) {
        var names = new ArrayList<String>();
        for (Benefit benefit : Benefit.values()) {
            if ((received & benefit.bit()) != 0) {
                names.add(words.say("benefit." + benefit.code()));
                received &= ~benefit.bit();
            }
        }
        if (received != 0) {
            names.add(words.say("value.other"));
        }
        return names.isEmpty() ? words.say("value.none") : String.join(", ", names);
    }
}
