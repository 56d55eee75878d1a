package kz.shanyraq.policy.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Citation;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdBuilder;
import kz.shanyraq.policy.household.Households;

/// What the law says about a benefit in a month, in one language: its plain sentence, its edition, the
/// figures it reads, its steps with their articles, the grounds of refusal.
public final class LawText {

    private final Catalogue catalogue;
    private final Words words;

    /// The law of a month in a language.
    public LawText(Catalogue catalogue, Language language) {
        this.catalogue = catalogue;
        this.words = Words.in(language);
    }

    /// A line about a benefit: its code, its name, its edition.
    public List<String> summary(Benefit benefit) {
        String name = words.say("benefit." + benefit.code());
        return List.of(
                catalogue.inForce().contains(benefit)
                        ? "%-22s %-8s %s".formatted(benefit.code(), catalogue.edition(benefit), name)
                        : "%-22s %-8s %s".formatted(benefit.code(), "–", words.say("not_in_force", name)));
    }

    /// All about a benefit.
    public List<String> whole(Benefit benefit) {
        var lines = new ArrayList<String>();
        lines.add(words.say("benefit." + benefit.code()));
        lines.add(words.say("law." + benefit.code()));
        lines.add("");
        if (!catalogue.inForce().contains(benefit)) {
            lines.add(words.say("not_in_force", words.say("benefit." + benefit.code())));
            return lines;
        }
        lines.add(words.say("edition", catalogue.edition(benefit)));
        figures(benefit, lines);
        steps(benefit, lines);
        grounds(benefit, lines);
        return lines;
    }

    private void figures(Benefit benefit, List<String> lines) {
        Numbers numbers = catalogue.numbers(benefit, 0);
        if (numbers == null || numbers.looked().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(words.say("law.figures"));
        Set<String> told = new LinkedHashSet<>();
        for (Looked looked : numbers.looked()) {
            told.add("  " + words.figure(looked));
        }
        lines.addAll(told);
    }

    private void steps(Benefit benefit, List<String> lines) {
        lines.add("");
        lines.add(words.say("law.steps"));
        for (Steps.Definition step : definitions(benefit)) {
            lines.add("  " + title(step) + "  "
                    + cite(step.cites().value().on(catalogue.day().date())));
        }
    }

    /// The steps of a benefit's sheet in the month, in the order of the act.
    public List<Steps.Definition> definitions(Benefit benefit) {
        Households nobody = new HouseholdBuilder()
                .family("region", "00")
                .person("relation", "head", "birth_date", "2000-01-01")
                .build();
        Assessment sheet = catalogue.sheet(nobody, 0, 0, benefit);
        return Steps.of(sheet.getClass());
    }

    /// A step in words.
    public String title(Steps.Definition step) {
        Cites cites = step.cites();
        String sentence = cites.as() == Unit.CONDITION
                ? words.say("check." + step.name() + ".met")
                : cites.as() == Unit.KIND ? words.say("step.kind") : words.say("step." + step.name(), "…");
        return sentence.endsWith(": …") ? sentence.substring(0, sentence.length() - 3) : sentence;
    }

    /// The columns of the household format that a step reads, as `file.column`.
    public static List<String> reads(Steps.Definition step) {
        var reads = new ArrayList<String>();
        for (Column column : step.cites().reads()) {
            reads.add(column.file().code() + "." + column.header());
        }
        return reads;
    }

    private void grounds(Benefit benefit, List<String> lines) {
        lines.add("");
        lines.add(words.say("law.grounds"));
        for (Ground ground : Catalogue.grounds(benefit)) {
            if (ground.provision().citations().knows(catalogue.day().date()) && !isProposed(ground)) {
                lines.add("  " + words.say("ground." + ground.code()) + "  "
                        + cite(ground.provision().on(catalogue.day().date())));
            }
        }
    }

    private boolean isProposed(Ground ground) {
        return ground.provision().on(catalogue.day().date()).act() == kz.shanyraq.policy.Act.PROPOSAL_2025;
    }

    /// A citation in words.
    public String cite(Citation citation) {
        String act = words.say("act." + ((Code) citation.act()).code());
        return "[" + act
                + (citation.place().isEmpty() ? "" : ", " + words.place(citation.place()))
                + (citation.confirmed() ? "" : " *") + "]";
    }
}
