package kz.shanyraq.policy.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.policy.Act;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Citation;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.examples.Household;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.LawText;
import kz.shanyraq.policy.explain.Steps;
import kz.shanyraq.policy.explain.Words;
import kz.shanyraq.policy.figures.Figure;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Looked.Instead;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// A page of the law for readers of acts: what a benefit is, who is entitled, how the amount is found, with
/// the article beside each sentence; when it is refused, what stands beside it, which figures it reads. All
/// of it is read off the law itself, so that the page cannot say what the law does not do.
final class LawPage {

    /// Months in which one edition is in force.
    record Span(String edition, YearMonth first, YearMonth last) {

        String inWords(boolean latest) {
            return latest ? "since " + first.atDay(1) : "%s to %s".formatted(first.atDay(1), last.atEndOfMonth());
        }
    }

    static final YearMonth FIRST = YearMonth.of(2018, 1);
    static final YearMonth LAST = YearMonth.of(2026, 12);

    private static final Words WORDS = Words.in(Language.EN);
    private static final String CASES = "../../policy/src/test/resources/cases/";

    private static final Map<YearMonth, Catalogue> LAW = new ConcurrentHashMap<>();

    private static Catalogue law(YearMonth month) {
        return LAW.computeIfAbsent(month, then -> new Catalogue(then, Figures.shipped()));
    }

    private final Benefit benefit;
    private final List<Span> spans;
    private final Catalogue law;
    private final LawText text;
    private final StringBuilder page = new StringBuilder();

    /// @param spans the editions on the page, ascending; the last is the one told step by step
    LawPage(Benefit benefit, List<Span> spans) {
        this.benefit = benefit;
        this.spans = spans;
        this.law = law(spans.getLast().last());
        this.text = new LawText(law, Language.EN);
    }

    /// The editions of a benefit in the months for which its figures are known.
    static List<Span> editions(Benefit benefit) {
        var spans = new ArrayList<Span>();
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            Catalogue law = law(month);
            if (!law.inForce().contains(benefit)) {
                continue;
            }
            String edition = law.edition(benefit);
            if (!spans.isEmpty() && spans.getLast().edition().equals(edition)) {
                spans.set(spans.size() - 1, new Span(edition, spans.getLast().first(), month));
            } else {
                spans.add(new Span(edition, month, month));
            }
        }
        return spans;
    }

    /// The name of the page's file, without its ending; the table of its cases has the same.
    String name() {
        String code = benefit.code().replace('_', '-');
        return benefit == Benefit.TARGETED_ASSISTANCE
                ? code + "-" + spans.getFirst().first().getYear()
                : code;
    }

    String title() {
        String name = WORDS.say("benefit." + benefit.code());
        return benefit == Benefit.TARGETED_ASSISTANCE
                ? "%s, %s".formatted(name, spans.getLast().inWords(latest()))
                : name;
    }

    private boolean latest() {
        return spans.getLast().last().equals(LAST);
    }

    String acts() {
        return citations().map(Citation::act).distinct().map(LawPage::act).collect(Collectors.joining(", "));
    }

    private Stream<Citation> citations() {
        return text.definitions(benefit).stream().map(this::citation);
    }

    private Citation citation(Steps.Definition step) {
        return step.cites().value().on(law.day().date());
    }

    static String act(Act act) {
        String name = WORDS.say("act." + act.code());
        String numbered = name.toLowerCase(Locale.ROOT).contains(act.number().toLowerCase(Locale.ROOT))
                ? name
                : name + " " + act.number();
        return act.adopted().isEmpty() || name.contains(" of ") ? name : numbered + " of " + act.adopted();
    }

    @Override
    public String toString() {
        line("# " + title());
        line("");
        line("<!-- Written by the law itself: see LawPagesTest. -->");
        line("");
        line("**" + WORDS.say("law." + benefit.code()) + "**");
        line("");
        editions();
        conditions();
        amount();
        comesTo();
        grounds();
        notes();
        figures();
        unconfirmed();
        line("## Worked cases");
        line("");
        line("[Families, what follows for them, and why](%s%s.md): every row is a test of this page."
                .formatted(CASES, name()));
        return page.toString();
    }

    private void line(String line) {
        page.append(line).append('\n');
    }

    private void editions() {
        line("| Edition | In force | Acts |");
        line("|---|---|---|");
        for (Span span : spans) {
            var then = new LawPage(benefit, List.of(span));
            line("| %s | %s | %s |"
                    .formatted(span.edition(), span.inWords(span.last().equals(LAST)), then.acts()));
        }
        line("");
        if (spans.size() > 1) {
            line("The articles below are those of the edition %s; the steps of the earlier ones are the same."
                    .formatted(spans.getLast().edition()));
            line("");
        }
    }

    private void conditions() {
        line("## Who is entitled");
        line("");
        line("An application is assessed for the first day of its month. All of this must hold:");
        line("");
        steps(text.definitions(benefit).stream()
                .filter(step -> step.cites().as() == Unit.CONDITION)
                .toList());
    }

    private void amount() {
        line("## How the amount is found");
        line("");
        line("In this order; each number stands in the explanation of every decision.");
        line("");
        steps(text.definitions(benefit).stream()
                .filter(step -> step.cites().as() != Unit.CONDITION)
                .toList());
    }

    private void steps(List<Steps.Definition> steps) {
        int number = 1;
        for (Steps.Definition step : steps) {
            line("%d. %s — %s%s".formatted(number++, text.title(step), cite(citation(step)), asks(step)));
        }
        if (steps.isEmpty()) {
            line("Nothing but what its name says.");
        }
        line("");
    }

    private static String asks(Steps.Definition step) {
        List<String> reads = LawText.reads(step);
        return reads.isEmpty() ? "" : "<br>asks `" + String.join("`, `", reads) + "`";
    }

    private String cite(Citation citation) {
        String cited = text.cite(citation);
        return "*" + cited.substring(1, cited.length() - 1).replace(" *", "") + "*"
                + (citation.confirmed() ? "" : " (unconfirmed)");
    }

    private void comesTo() {
        var months = new TreeSet<YearMonth>();
        spans.forEach(span -> months.add(span.first()));
        months.add(spans.getLast().last());
        line("## What it comes to");
        line("");
        line(Examples.FORMULA.getOrDefault(
                name(), "Worked by the law itself for simple families, tenge a month; in brackets the coefficient."));
        line("");
        line("| | " + months.stream().map(YearMonth::toString).collect(Collectors.joining(" | ")) + " |");
        line("|---|" + "---:|".repeat(months.size()));
        Examples.of(benefit).forEach((situation, families) -> {
            String sums = months.stream()
                    .map(month -> due(law(month), families.apply(month)))
                    .collect(Collectors.joining(" | "));
            line("| %s | %s |".formatted(situation, sums));
        });
        line("");
    }

    /// What is due to a family, or to its last member.
    private String due(Catalogue law, Household family) {
        Households h = family.build(Day.month(law.day().quarter()).toString(), false);
        Explanation told = new Explainer(law).explain(h, 0, h.persons - 1, benefit);
        if (told.outcome() == Outcome.UNDECIDED) {
            throw new IllegalStateException(
                    "%s %s: %s".formatted(benefit, law.day().date(), told.missing()));
        }
        String coefficient = told.steps().stream()
                .filter(step -> step.name().equals("coefficient"))
                .map(step -> " (" + step.value() + ")")
                .findFirst()
                .orElse("");
        long sum = told.monthly() + told.once();
        return told.outcome() == Outcome.REFUSED ? "refused" : grouped(Long.toString(sum)) + coefficient;
    }

    private void grounds() {
        line("## When it is refused");
        line("");
        line("A refusal names every ground that certainly holds, in this order. What is not known refuses nobody.");
        line("");
        line("| Ground | | Where |");
        line("|---|---|---|");
        for (Ground ground : Catalogue.grounds(benefit)) {
            Citation citation = ground.provision().on(law.day().date());
            if (citation.act() != Act.PROPOSAL_2025) {
                line("| `%s` | %s | %s |"
                        .formatted(ground.code(), WORDS.say("ground." + ground.code()), cite(citation)));
            }
        }
        line("");
    }

    private void notes() {
        line("## Beside other benefits, and when it stops");
        line("");
        Notes.of(benefit, spans.getLast().first()).forEach(note -> line("* " + note));
        line("");
    }

    private List<Figure> read() {
        Set<Figure> read = new LinkedHashSet<>();
        for (Span span : spans) {
            for (YearMonth month = span.first(); !month.isAfter(span.last()); month = month.plusMonths(1)) {
                Catalogue then = law(month);
                for (int region : new int[] {0, 35, 75}) {
                    Numbers numbers = then.numbers(benefit, region);
                    for (Looked looked : numbers == null ? List.<Looked>of() : numbers.looked()) {
                        read.add(basis(looked));
                    }
                }
            }
        }
        return read.stream()
                .sorted(Comparator.comparing((Figure figure) -> WORDS.say(key(figure)))
                        .thenComparing(Figure::name)
                        .thenComparing(Figure::region)
                        .thenComparing(Figure::from))
                .toList();
    }

    /// The figure as it was published: a scaled norm is that of 2019.
    private static Figure basis(Looked looked) {
        Figure figure = looked.figure();
        if (looked.instead() != Instead.SCALED) {
            return figure;
        }
        Figure basis = Figures.shipped().find(figure.name(), Figures.REPUBLIC, LocalDate.of(2019, 1, 1));
        return basis == null ? figure : basis;
    }

    private static boolean norm(Figure figure) {
        return figure.name().startsWith(Figures.FARM_NORM);
    }

    private static String key(Figure figure) {
        return "figure." + (norm(figure) ? "farm_norm" : figure.name());
    }

    private void figures() {
        List<Figure> read = read();
        line("## Figures");
        line("");
        if (read.isEmpty()) {
            line("It reads no figure but those that stand in the act.");
            line("");
            return;
        }
        line("| Figure | From | To | Value | Source |");
        line("|---|---|---|---:|---|");
        for (Figure figure : read) {
            line("| %s%s%s | %s | %s | %s%s | %s |"
                    .formatted(
                            WORDS.say(key(figure)),
                            norm(figure)
                                    ? ": "
                                            + WORDS.say(
                                                    "code.kind." + figure.name().substring(Figures.FARM_NORM.length()))
                                    : "",
                            figure.region() == 0 ? "" : ", region " + Column.REGION.format(figure.region()),
                            figure.from(),
                            figure.until() == null ? "" : figure.until(),
                            grouped(figure.text()),
                            figure.confirmed() ? "" : " \\*",
                            figure.source().replace("unconfirmed: ", "")));
        }
        line("");
        if (read.stream().anyMatch(LawPage::norm)) {
            line("Norms of a farm are those of 2019; in other years they are scaled by the subsistence minimum of the "
                    + "budget law.");
            line("");
        }
        if (read.stream().anyMatch(figure -> figure.name().equals(Figures.SUBSISTENCE_MINIMUM))) {
            line(
                    "A region whose own minimum is not listed reads that of the budget law; each such use is counted in the "
                            + "report of a run.");
            line("");
        }
    }

    private static String grouped(String number) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00a0") + (point < 0 ? "" : number.substring(point));
    }

    private void unconfirmed() {
        var open = new TreeSet<String>();
        text.definitions(benefit).stream()
                .filter(step -> !citation(step).confirmed())
                .map(text::title)
                .forEach(open::add);
        List<Figure> figures =
                read().stream().filter(figure -> !figure.confirmed()).toList();
        line("## What no public text confirms");
        line("");
        if (open.isEmpty() && figures.isEmpty()) {
            line("Nothing: every rule and figure above was read in a public source.");
        } else {
            open.forEach(step -> line("* the rule: " + step));
            figures.stream()
                    .map(figure -> WORDS.say(key(figure)))
                    .distinct()
                    .forEach(name -> line("* figures marked \\*: " + name));
            line("");
            line("Wherever one of these touches a decision, its explanation says so. How the law is read where it is "
                    + "silent: [reading of the law](../reading-of-the-law.md).");
        }
        line("");
    }
}
