package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.office.benefits.LawBook;
import kz.shanyraq.office.benefits.LawBook.Course;
import kz.shanyraq.office.benefits.LawBook.Span;
import kz.shanyraq.office.page.Fact;
import kz.shanyraq.office.page.Link;
import kz.shanyraq.office.page.StepLine;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.policy.Act;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Citation;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.LawText;
import kz.shanyraq.policy.explain.Steps;
import kz.shanyraq.policy.figures.Figure;
import org.jspecify.annotations.Nullable;

/// The law of one benefit: who is entitled and how the amount is found, step by step with the articles; when it is
/// refused; the figures by date; how it was amended. All of it is read off the law library, so that the page cannot
/// say what the law does not do.
///
/// @param on the day for which the law is read; null for today
public record LawPage(
        LawBook book, Benefit benefit, @Nullable LocalDate on) {

    /// A sentence of the law.
    ///
    /// @param confirmed whether the article was read in a public text
    /// @param facts what it looks at
    /// @param figures the figures that it reads
    public record Sentence(String text, String where, boolean confirmed, List<String> facts, List<String> figures) {}

    /// A figure by date.
    ///
    /// @param line null where there is nothing to draw: one value that never changed
    /// @param steps what it touches in this benefit
    /// @param others the other benefits that read it
    public record FigureByDate(
            String id, String name, @Nullable StepLine line, List<Row> rows, List<String> steps, List<Link> others) {

        /// Whether every value was seen in a public source.
        public boolean confirmed() {
            return rows.stream().allMatch(Row::confirmed);
        }
    }

    /// A line of a figure's table.
    ///
    /// @param what what the value is for, where a table has several; else empty
    /// @param until null where it is open
    /// @param source the act or publication
    public record Row(
            String what, LocalDate from, @Nullable LocalDate until, String value, boolean confirmed, String source) {}

    /// An edition.
    ///
    /// @param shown whether the page shows it
    /// @param added steps that the edition before did not have
    /// @param gone steps of the edition before that this one does not have
    public record Amendment(
            LocalDate first, String span, boolean shown, List<String> acts, List<String> added, List<String> gone) {}

    /// A family and what the law must give it.
    ///
    /// @param turn where the rule turns here
    /// @param place on which side of it the family stands; empty where there are no sides
    /// @param facts month, family, what the law must give and what it gives now
    /// @param agrees whether the two are the same
    public record Worked(String turn, String place, List<Fact> facts, boolean agrees) {}

    /// What no public text confirms.
    ///
    /// @param figure whether it is a figure; else a step or a ground of refusal
    /// @param touches the steps that rest on it
    public record Doubt(boolean figure, String what, List<String> touches) {}

    /// The day for which the law is read.
    public LocalDate day(Text t) {
        return on == null ? t.today() : on;
    }

    /// The name of the benefit.
    public String name(Text t) {
        return new LawWords(t).name(benefit);
    }

    /// What it is, in a sentence.
    public String sentence(Text t) {
        return new LawWords(t).sentence(benefit);
    }

    /// Whether the benefit is in force on the day; else the page shows the nearest edition.
    public boolean inForce(Text t) {
        return YearMonth.from(day(t)).equals(month(t));
    }

    /// From when to when the edition holds that the page shows.
    public String span(Text t) {
        return new LawWords(t).span(edition(t), latest(edition(t)));
    }

    /// The acts that it cites.
    public List<String> acts(Text t) {
        return new LawWords(t).acts(law(t), benefit);
    }

    /// The first day that the library knows.
    public LocalDate begins() {
        return book.first().atDay(1);
    }

    /// The last day of which the figures are known.
    public LocalDate ends() {
        return book.last().atEndOfMonth();
    }

    private boolean latest(Span span) {
        return span.last().equals(book.last());
    }

    private Span edition(Text t) {
        List<Span> spans = book.editions(benefit);
        YearMonth wanted = YearMonth.from(day(t));
        return spans.stream()
                .filter(span -> !span.first().isAfter(wanted))
                .reduce((earlier, later) -> later)
                .orElse(spans.getFirst());
    }

    /// The month whose law the page tells: that of the day, or the nearest one in force.
    private YearMonth month(Text t) {
        Span span = edition(t);
        YearMonth wanted = YearMonth.from(day(t));
        return wanted.isBefore(span.first()) ? span.first() : wanted.isAfter(span.last()) ? span.last() : wanted;
    }

    private Catalogue law(Text t) {
        return book.law(month(t)).orElseThrow();
    }

    /// What must hold.
    public List<Sentence> conditions(Text t) {
        return sentences(t, true);
    }

    /// How the amount is found.
    public List<Sentence> amount(Text t) {
        return sentences(t, false);
    }

    private List<Sentence> sentences(Text t, boolean conditions) {
        var words = new LawWords(t);
        Catalogue law = law(t);
        LawText text = words.text(law);
        return text.definitions(benefit).stream()
                .filter(step -> step.cites().as() == Unit.CONDITION == conditions)
                .map(step -> {
                    Citation citation = step.cites().value().on(law.day().date());
                    return new Sentence(
                            text.title(step),
                            LawWords.cite(text, citation),
                            citation.confirmed(),
                            words.facts(step),
                            Arrays.stream(step.cites().figures())
                                    .map(words::figure)
                                    .distinct()
                                    .toList());
                })
                .toList();
    }

    /// When it is refused, in the order of the act.
    public List<Sentence> grounds(Text t) {
        var words = new LawWords(t);
        Catalogue law = law(t);
        LawText text = words.text(law);
        LocalDate first = law.day().date();
        var grounds = new ArrayList<Sentence>();
        for (Ground ground : Catalogue.grounds(benefit)) {
            if (ground.provision().citations().knows(first)
                    && ground.provision().on(first).act() != Act.PROPOSAL_2025) {
                Citation citation = ground.provision().on(first);
                grounds.add(new Sentence(
                        words.ground(ground.code()),
                        LawWords.cite(text, citation),
                        citation.confirmed(),
                        List.of(),
                        List.of()));
            }
        }
        return grounds;
    }

    /// The figures that it reads in any edition. The norms of a farm are one table.
    public List<FigureByDate> figures(Text t) {
        var words = new LawWords(t);
        Map<String, List<Course>> byName = new LinkedHashMap<>();
        for (Course course : book.figures(benefit)) {
            byName.computeIfAbsent(
                            LawWords.norm(course.name()) ? "farm_norm" : course.name() + "_" + course.region(),
                            any -> new ArrayList<>())
                    .add(course);
        }
        var figures = new ArrayList<FigureByDate>();
        byName.forEach((id, courses) -> {
            Course course = courses.getFirst();
            boolean norms = courses.size() > 1;
            figures.add(new FigureByDate(
                    "figure-" + id,
                    words.figure(course),
                    norms || course.values().size() == 1 ? null : line(course, words, t),
                    courses.stream()
                            .flatMap(each -> each.values().stream()
                                    .map(value -> row(norms ? words.kind(each.name()) : "", value, words)))
                            .toList(),
                    touched(course.name(), words),
                    others(course.name(), words, t)));
        });
        figures.sort(Comparator.comparing(FigureByDate::name, t.alphabetical()));
        return figures;
    }

    private static Row row(String what, Figure value, LawWords words) {
        return new Row(what, value.from(), value.until(), words.value(value), value.confirmed(), words.source(value));
    }

    private StepLine line(Course course, LawWords words, Text t) {
        return new StepLine(
                t,
                words.figure(course),
                course.values().stream()
                        .map(value -> new StepLine.Piece(
                                value.from(),
                                value.until() == null ? ends() : value.until(),
                                value.hundredths(),
                                words.value(value),
                                value.confirmed()))
                        .toList());
    }

    /// The steps of all editions that read a figure.
    private List<String> touched(String figure, LawWords words) {
        return book.editions(benefit).stream()
                .flatMap(span -> {
                    LawText text = words.text(book.law(span.last()).orElseThrow());
                    return text.definitions(benefit).stream()
                            .filter(step ->
                                    Arrays.stream(step.cites().figures()).anyMatch(figure::startsWith))
                            .map(text::title);
                })
                .distinct()
                .toList();
    }

    private List<Link> others(String figure, LawWords words, Text t) {
        return Arrays.stream(Benefit.values())
                .filter(other -> other != benefit)
                .filter(other -> book.figures(other).stream()
                        .anyMatch(course -> course.name().equals(figure)))
                .map(other -> new Link(words.name(other), "/law/" + other.code()))
                .sorted(Comparator.comparing(Link::text, t.alphabetical()))
                .toList();
    }

    /// What of all this no public text confirms, and what it touches.
    public List<Doubt> doubts(Text t) {
        var doubts = new ArrayList<Doubt>();
        Stream.of(conditions(t), amount(t), grounds(t))
                .flatMap(List::stream)
                .filter(sentence -> !sentence.confirmed())
                .map(sentence -> new Doubt(false, sentence.text(), List.of()))
                .forEach(doubts::add);
        figures(t).stream()
                .filter(figure -> !figure.confirmed())
                .map(figure -> new Doubt(true, figure.name(), figure.steps()))
                .forEach(doubts::add);
        return doubts;
    }

    /// The editions, the latest first, and in which steps each differs from the one before.
    public List<Amendment> amendments(Text t) {
        var words = new LawWords(t);
        Span shown = edition(t);
        var amendments = new ArrayList<Amendment>();
        Map<String, String> before = Map.of();
        for (Span span : book.editions(benefit)) {
            Catalogue law = book.law(span.last()).orElseThrow();
            LawText text = words.text(law);
            Map<String, String> steps = text.definitions(benefit).stream()
                    .collect(Collectors.toMap(
                            Steps.Definition::name, text::title, (first, second) -> first, LinkedHashMap::new));
            amendments.add(new Amendment(
                    span.first().atDay(1),
                    words.span(span, latest(span)),
                    span.equals(shown),
                    words.acts(law, benefit),
                    before.isEmpty() ? List.of() : without(steps, before.keySet()),
                    without(before, steps.keySet())));
            before = steps;
        }
        return amendments.reversed();
    }

    /// The examples of the edition that the page shows; those that do not hold come first.
    public List<Worked> examples(Text t) {
        var words = new ExampleWords(t);
        Span shown = edition(t);
        return book.examples(benefit).stream()
                .filter(worked -> !worked.example().month().isBefore(shown.first())
                        && !worked.example().month().isAfter(shown.last()))
                .sorted(Comparator.comparing(LawBook.Worked::agrees))
                .map(words::worked)
                .toList();
    }

    private static List<String> without(Map<String, String> steps, Set<String> names) {
        return steps.entrySet().stream()
                .filter(step -> !names.contains(step.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
