package kz.shanyraq.office.benefits.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kz.shanyraq.office.benefits.AgeGroup;
import kz.shanyraq.office.benefits.Checked;
import kz.shanyraq.office.benefits.Checked.Standing;
import kz.shanyraq.office.benefits.EntitlementCheck;
import kz.shanyraq.office.benefits.Owned;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.TileMap;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.LawText;
import kz.shanyraq.policy.explain.Step;
import kz.shanyraq.policy.explain.Story;
import kz.shanyraq.policy.explain.Words;
import kz.shanyraq.policy.household.CaresFor;
import org.jspecify.annotations.Nullable;

/// The page of the check: its questions, or what was found.
///
/// @param outcomes what was found; null while the questions are asked
public record CheckPage(CheckForm form, EntitlementCheck.@Nullable Outcomes outcomes) {

    private static final String NO_BREAK_SPACE = "\u00a0";

    static CheckPage asking(CheckForm form) {
        return new CheckPage(form, null);
    }

    static CheckPage answering(CheckForm form, EntitlementCheck.Outcomes outcomes) {
        return new CheckPage(form, outcomes);
    }

    /// A section of the law's explanation.
    ///
    /// @param title what it is about
    /// @param lines its sentences, with the articles
    public record Part(String title, List<String> lines) {}

    /// A benefit as the page tells of it.
    ///
    /// @param id where it stands on the page
    /// @param sum what is paid; empty where nothing can be said of a sum
    /// @param whose for whom, where it is for persons
    /// @param reasons sentences that everybody should read
    /// @param parts the rest of the explanation
    /// @param folded whether it concerns few, and is told to who unfolds it
    public record Entry(
            String id,
            String name,
            String law,
            String sum,
            String whose,
            List<String> reasons,
            List<Part> parts,
            boolean folded) {}

    /// The faults of the form.
    public List<FieldError> errors(Text t) {
        var errors = new ArrayList<FieldError>();
        form.faults()
                .forEach((field, fault) -> errors.add(new FieldError(field, t.say("benefits.check.wrong." + fault))));
        return errors;
    }

    /// What is wrong with a field; null if nothing.
    public @Nullable String error(String field, Text t) {
        String fault = form.faults().get(field);
        return fault == null ? null : t.say("benefits.check.wrong." + fault);
    }

    /// The regions in the order of the language's alphabet.
    public List<Option> regions(Text t) {
        return TileMap.codes().stream()
                .map(code -> new Option(Integer.toString(code), t.say("page.region." + code)))
                .sorted((a, b) -> t.alphabetical().compare(a.text(), b.text()))
                .toList();
    }

    /// The ages of the members.
    public List<AgeGroup> ages() {
        return List.of(AgeGroup.values());
    }

    /// The end of the key of an age, which is also its field.
    public String word(AgeGroup age) {
        return age.name().toLowerCase(Locale.ROOT);
    }

    /// Whom somebody may look after.
    public List<Option> cared(Text t) {
        Words words = words(t);
        var options = new ArrayList<Option>();
        for (CaresFor whom : CaresFor.values()) {
            options.add(new Option(whom.code(), words.say("code.cares_for." + whom.code())));
        }
        return options;
    }

    /// Who are citizens.
    public List<Option> citizens(Text t) {
        return List.of(
                new Option("all", t.say("benefits.check.citizens.all")),
                new Option(CheckForm.NOBODY, t.say("benefits.check.citizens.nobody")),
                unknown(t));
    }

    /// Whether somebody has a disability.
    public List<Option> disability(Text t) {
        return List.of(
                new Option(CheckForm.NOBODY, t.say("benefits.check.disability.nobody")),
                new Option("some", t.say("benefits.check.disability.some")),
                unknown(t));
    }

    /// What the family may own.
    public List<Option> owned(Text t) {
        var options = new ArrayList<Option>();
        for (Owned thing : Owned.values()) {
            String word = thing.name().toLowerCase(Locale.ROOT);
            options.add(new Option(word, t.say("benefits.check.owned." + word)));
        }
        options.add(new Option(CheckForm.NOTHING, t.say("benefits.check.owned.nothing")));
        options.add(unknown(t));
        return options;
    }

    private static Option unknown(Text t) {
        return new Option(CheckForm.UNKNOWN, t.say("benefits.check.unknown"));
    }

    /// The standings of which something was found, in their order.
    public List<Standing> standings() {
        return Arrays.stream(Standing.values())
                .filter(standing -> found().found().stream().anyMatch(one -> one.standing() == standing))
                .toList();
    }

    /// How a standing looks.
    public Tone tone(Standing standing) {
        return switch (standing) {
            case LIKELY -> Tone.GOOD;
            case COULD -> Tone.INFO;
            case CANNOT_SAY -> Tone.WAIT;
            case NOT -> Tone.PLAIN;
        };
    }

    /// The end of the key of a standing.
    public String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    /// The month whose law was asked.
    public String month(Text t) {
        return t.month(java.time.YearMonth.from(found().catalogue().day().date()));
    }

    /// The benefits for which the family has nobody, by name.
    public List<String> notConcerned(Text t) {
        return found().notConcerned().stream().map(benefit -> name(benefit, t)).toList();
    }

    private EntitlementCheck.Outcomes found() {
        return Objects.requireNonNull(outcomes);
    }

    private static Words words(Text t) {
        return Words.in(LawWords.language(t));
    }

    private static String name(Benefit benefit, Text t) {
        return words(t).say("benefit." + benefit.code());
    }

    /// The benefits of a standing.
    public List<Entry> entries(Standing standing, Text t) {
        var entries = new ArrayList<Entry>();
        for (Checked one : found().found()) {
            if (one.standing() == standing) {
                entries.add(entry(one, word(standing) + "-" + (entries.size() + 1), t));
            }
        }
        return entries;
    }

    private Entry entry(Checked one, String id, Text t) {
        Map<String, Story.Section> parts = parts(one, t);
        boolean award = one.standing() == Standing.COULD && one.benefit() == Benefit.AWARDED_MOTHER;
        var reasons = new ArrayList<String>();
        switch (one.standing()) {
            case LIKELY -> reasons.addAll(after(parts, sum(one, t).isEmpty() ? 0 : 1));
            case COULD -> could(one, parts, reasons, t);
            case CANNOT_SAY -> missing(one, reasons, t);
            case NOT -> not(one, parts, reasons, t);
        }
        var rest = new ArrayList<Part>();
        for (String code : List.of("checked", "steps", "figures", "unconfirmed")) {
            Story.Section section = parts.get(code);
            if (section != null) {
                rest.add(new Part(section.head(), lines(parts, code)));
            }
        }
        return new Entry(
                id,
                name(one.benefit(), t),
                words(t).say("law." + one.benefit().code()),
                award ? "" : sum(one, t),
                award ? "" : whose(one, t),
                award ? List.of(t.say("benefits.check.award", sum(one, t))) : reasons,
                rest,
                award);
    }

    /// The lines of the answer after so many, which the page says in its own way.
    private static List<String> after(Map<String, Story.Section> parts, int lines) {
        var answer = new ArrayList<String>();
        if (parts.containsKey("answer")) {
            answer.add(joined(Objects.requireNonNull(parts.get("answer")).head()));
            answer.addAll(lines(parts, "answer"));
        }
        return answer.subList(Math.min(lines, answer.size()), answer.size());
    }

    private static String sum(Checked one, Text t) {
        if (one.monthly() > 0 && one.once() > 0) {
            return t.say("benefits.check.sum.both", t.money(one.monthly()), t.money(one.once()));
        }
        if (one.monthly() > 0) {
            return t.say("benefits.check.sum.monthly", t.money(one.monthly()));
        }
        return one.once() > 0 ? t.say("benefits.check.sum.once", t.money(one.once())) : "";
    }

    private String whose(Checked one, Text t) {
        if (one.persons().isEmpty()) {
            return "";
        }
        String age = who(one.ages().get(one.persons().getFirst()), t);
        return one.persons().size() == 1
                ? age
                : t.say("benefits.check.whose", age, one.persons().size());
    }

    private String who(AgeGroup age, Text t) {
        return t.say("benefits.check.age." + word(age));
    }

    private void could(Checked one, Map<String, Story.Section> parts, List<String> reasons, Text t) {
        Explanation why = one.explanation();
        if (why != null && why.flip() != null) {
            reasons.addAll(lines(parts, "unless"));
            return;
        }
        reasons.add(t.say("benefits.check.could"));
        Long most = one.most();
        if (most != null) {
            reasons.add("– " + t.say("benefits.check.could.income", t.money(most)));
        }
        var law = new LawText(found().catalogue(), LawWords.language(t));
        for (Step step : one.unknown()) {
            reasons.add("– " + words(t).say("check." + step.name() + ".met") + " " + law.cite(step.citation()));
        }
        for (Fact fact : one.missing()) {
            if (one.unknown().isEmpty() && fact != Fact.INCOME) {
                reasons.add("– " + t.say("benefits.check.could.fact", words(t).say("fact." + fact.code())));
            }
        }
    }

    private static void missing(Checked one, List<String> reasons, Text t) {
        reasons.add(t.say("benefits.check.missing"));
        if (one.regionMatters()) {
            reasons.add("– " + t.say("benefits.check.missing.region"));
        }
        for (Fact fact : one.missing()) {
            reasons.add("– " + words(t).say("fact." + fact.code()));
        }
    }

    private static void not(Checked one, Map<String, Story.Section> parts, List<String> reasons, Text t) {
        reasons.addAll(after(parts, 1));
        Long most = one.most();
        Long income = one.income();
        if (most != null && income != null) {
            reasons.add(t.say("benefits.check.gap.income", t.money(income), t.money(most), t.money(income - most)));
        }
        if (one.children() > 0) {
            Explanation why = Objects.requireNonNull(one.explanation());
            long counted = why.steps().stream()
                    .filter(step -> step.name().equals("children_counted"))
                    .mapToLong(Step::number)
                    .findFirst()
                    .orElse(0);
            reasons.add(t.say("benefits.check.gap.children", counted, one.children()));
        }
        Explanation why = one.explanation();
        if (why != null && why.flip() != null && why.flip().outcome() == Outcome.GRANTED) {
            reasons.addAll(lines(parts, "unless"));
        }
    }

    /// The law's own words by their part.
    private Map<String, Story.Section> parts(Checked one, Text t) {
        var parts = new HashMap<String, Story.Section>();
        if (one.explanation() != null && one.family() != null) {
            List<String> names = one.ages().stream().map(age -> who(age, t)).toList();
            new Story(LawWords.language(t))
                    .sections(one.explanation(), one.family(), names)
                    .forEach(section -> parts.put(section.code(), section));
        }
        return parts;
    }

    /// The lines of a part; none if it is not told.
    private static List<String> lines(Map<String, Story.Section> parts, String code) {
        Story.Section section = parts.get(code);
        return section == null
                ? List.of()
                : section.lines().stream().map(CheckPage::joined).toList();
    }

    /// A line whose citation does not part from it.
    private static String joined(String line) {
        return line.replace("  [", NO_BREAK_SPACE + "[");
    }
}
