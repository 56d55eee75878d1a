package kz.shanyraq.office.benefits.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.shanyraq.office.benefits.LawBook.Course;
import kz.shanyraq.office.benefits.LawBook.Span;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.policy.Act;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Citation;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.LawText;
import kz.shanyraq.policy.explain.Steps;
import kz.shanyraq.policy.explain.Words;
import kz.shanyraq.policy.figures.Figure;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Column;

/// The words of the law library in the language of a page.
final class LawWords {

    private final Text t;
    private final Language language;
    private final Words words;

    LawWords(Text t) {
        this.t = t;
        this.language = language(t);
        this.words = Words.in(language);
    }

    /// The language of the law library that a page is in.
    static Language language(Text t) {
        return Language.valueOf(t.language().name());
    }

    /// The text of the law of a month.
    LawText text(Catalogue law) {
        return new LawText(law, language);
    }

    String name(Benefit benefit) {
        return words.say("benefit." + benefit.code());
    }

    String sentence(Benefit benefit) {
        return words.say("law." + benefit.code());
    }

    String ground(String code) {
        return words.say("ground." + code);
    }

    /// Where the law says so, without the mark of what is not confirmed, which the page shows in its own way.
    static String cite(LawText text, Citation citation) {
        String cited = text.cite(citation);
        return cited.substring(1, cited.length() - 1).replace(" *", "");
    }

    /// An act with its number and the day of its adoption, unless its name has them.
    String act(Act act) {
        String name = words.say("act." + act.code());
        String digits = act.number().replaceFirst("\\D.*", "");
        String numbered = digits.isEmpty() || name.contains(digits) ? name : name + " " + act.number();
        return act.adopted().isEmpty() || act.number().isEmpty()
                ? numbered
                : numbered + " (" + t.date(java.time.LocalDate.parse(act.adopted())) + ")";
    }

    /// The acts that the steps of a benefit cite, in their order.
    List<String> acts(Catalogue law, Benefit benefit) {
        Set<String> acts = new LinkedHashSet<>();
        for (Steps.Definition step : text(law).definitions(benefit)) {
            acts.add(act(step.cites().value().on(law.day().date()).act()));
        }
        return List.copyOf(acts);
    }

    /// From when to when an edition holds.
    String span(Span span, boolean latest) {
        return latest
                ? t.say("law.since", span.first().atDay(1))
                : t.date(span.first().atDay(1)) + " – " + t.date(span.last().atEndOfMonth());
    }

    /// The name of a figure, which is that of all farm norms for each of them.
    String figure(String name) {
        return words.say("figure." + (norm(name) ? "farm_norm" : name));
    }

    /// What a farm norm is for.
    String kind(String norm) {
        return words.say("code.kind." + norm.substring(Figures.FARM_NORM.length()));
    }

    static boolean norm(String figure) {
        return figure.startsWith(Figures.FARM_NORM);
    }

    /// The name of a figure, with the region whose it is.
    String figure(Course course) {
        return course.region() == Figures.REPUBLIC
                ? figure(course.name())
                : figure(course.name()) + ": " + t.say("page.region." + Column.REGION.format(course.region()));
    }

    /// A value as it is printed.
    String value(Figure figure) {
        return figure.hundredths() % 100 == 0 ? t.number(figure.hundredths() / 100) : t.decimal(figure.hundredths(), 2);
    }

    /// Where a figure is from, with the keys of the publications.
    String source(Figure figure) {
        String source = words.source(figure);
        return Character.toUpperCase(source.charAt(0)) + source.substring(1);
    }

    /// The facts that a step looks at.
    List<String> facts(Steps.Definition step) {
        Set<String> facts = new LinkedHashSet<>();
        for (Column column : step.cites().reads()) {
            facts.add(words.say("fact." + fact(column)));
        }
        return List.copyOf(facts);
    }

    private static String fact(Column column) {
        return switch (column) {
            case MOTHER_ID, FATHER_ID, GUARDIAN_ID -> "parent";
            case DISABILITY_GROUP_CHILD -> "disability_group";
            case INCOME_KIND, INCOME_MONTH, INCOME_AMOUNT -> "income";
            case LIVESTOCK_KIND, HEADS -> "livestock";
            case PLOT_KIND, AREA_M2 -> "plots";
            default -> column.header();
        };
    }
}
