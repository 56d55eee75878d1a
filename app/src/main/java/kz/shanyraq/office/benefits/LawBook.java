package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.assistance.TargetedAssistance;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.examples.Answer;
import kz.shanyraq.policy.examples.Example;
import kz.shanyraq.policy.examples.Examples;
import kz.shanyraq.policy.figures.Figure;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Looked.Instead;
import kz.shanyraq.policy.figures.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The law library as a book to be read: the months that it knows, the editions of each benefit, the figures that
/// they read. It holds nothing of anybody.
@Component
public class LawBook {

    private static final LocalDate NORM_BASIS = LocalDate.of(2019, 1, 1);

    private final Figures figures;
    private final YearMonth first;
    private final YearMonth last;
    private final Map<YearMonth, Catalogue> months = new ConcurrentHashMap<>();
    private final Map<Benefit, List<Span>> editions = new EnumMap<>(Benefit.class);
    private final Map<Benefit, List<Course>> courses = new EnumMap<>(Benefit.class);
    private final List<Example> examples;
    private final Map<Benefit, List<Worked>> worked = new EnumMap<>(Benefit.class);

    /// Months in which one edition is in force.
    ///
    /// @param edition its code
    /// @param last the last month for which the figures are known, or the one before the next edition
    public record Span(String edition, YearMonth first, YearMonth last) {}

    /// A figure of the law through time, in one region or the republic.
    ///
    /// @param region two digits; 0 for the republic
    /// @param values in the order of their first days, none beside another
    public record Course(String name, int region, List<Figure> values) {}

    /// An example with what the law gives now.
    ///
    /// @param given null where the benefit is not in force in the month of the example
    public record Worked(Example example, @Nullable Answer given) {

        /// Whether the law gives what was computed by hand.
        public boolean agrees() {
            return example.expected().equals(given);
        }
    }

    /// The book of the figures and examples shipped with the library.
    @Autowired
    public LawBook() {
        this(Examples.shipped());
    }

    /// The book with other examples.
    public LawBook(List<Example> examples) {
        this.examples = List.copyOf(examples);
        figures = Figures.shipped();
        first = YearMonth.from(TargetedAssistance.EDITIONS.entries().getFirst().getKey());
        last = figures.all().stream()
                .map(Figure::until)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(YearMonth::from)
                .orElse(first);
    }

    /// The law of a month, if the library knows the month.
    public Optional<Catalogue> law(YearMonth month) {
        return month.isBefore(first) || month.isAfter(last)
                ? Optional.empty()
                : Optional.of(months.computeIfAbsent(month, then -> new Catalogue(then, figures)));
    }

    /// The law of a month to come as far as it can be foretold: figures that are not known yet are taken to stay as
    /// they
    /// are in the last month of which they are known.
    Catalogue expected(YearMonth month) {
        return law(month).orElseGet(() -> months.computeIfAbsent(month, then -> new Catalogue(then, goingOn())));
    }

    private Figures goingOn() {
        LocalDate end = last.atEndOfMonth();
        return figures.overlaidBy(Figures.of(figures.all().stream()
                .filter(figure -> figure.on(end))
                .map(figure -> new Figure(
                        figure.name(), figure.region(), end.plusDays(1), null, figure.hundredths(), figure.source()))
                .toList()));
    }

    /// The first month that the library knows.
    public YearMonth first() {
        return first;
    }

    /// The last month of which the figures are known.
    public YearMonth last() {
        return last;
    }

    /// The month of a day, or the nearest one that the library knows.
    public YearMonth near(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return month.isBefore(first) ? first : month.isAfter(last) ? last : month;
    }

    /// The editions of a benefit in the months for which its figures are known, ascending.
    public List<Span> editions(Benefit benefit) {
        synchronized (editions) {
            return editions.computeIfAbsent(benefit, this::spans);
        }
    }

    private List<Span> spans(Benefit benefit) {
        var spans = new ArrayList<Span>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            Catalogue law = law(month).orElseThrow();
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
        return List.copyOf(spans);
    }

    /// The figures that a benefit reads in any of its editions, as they were published: a scaled norm is that of 2019.
    public List<Course> figures(Benefit benefit) {
        synchronized (courses) {
            return courses.computeIfAbsent(benefit, this::read);
        }
    }

    private List<Course> read(Benefit benefit) {
        Set<Figure> read = new LinkedHashSet<>();
        List<Integer> regions =
                figures.all().stream().map(Figure::region).distinct().toList();
        for (Span span : editions(benefit)) {
            for (YearMonth month = span.first(); !month.isAfter(span.last()); month = month.plusMonths(1)) {
                Catalogue then = law(month).orElseThrow();
                for (int region : regions) {
                    Numbers numbers = then.numbers(benefit, region);
                    if (numbers != null) {
                        numbers.looked().forEach(looked -> read.add(published(looked)));
                    }
                }
            }
        }
        record Key(String name, int region) {}
        Map<Key, List<Figure>> byKey =
                new TreeMap<>(Comparator.comparing(Key::name).thenComparingInt(Key::region));
        for (Figure figure : read) {
            byKey.computeIfAbsent(new Key(figure.name(), figure.region()), any -> new ArrayList<>())
                    .add(figure);
        }
        return byKey.entrySet().stream()
                .map(entry -> new Course(
                        entry.getKey().name(),
                        entry.getKey().region(),
                        entry.getValue().stream()
                                .sorted(Comparator.comparing(Figure::from))
                                .toList()))
                .toList();
    }

    /// The examples of a benefit, in all its editions, each asked of the law once.
    public List<Worked> examples(Benefit benefit) {
        synchronized (worked) {
            return worked.computeIfAbsent(
                    benefit,
                    any -> examples.stream()
                            .filter(example -> example.benefit() == benefit)
                            .map(example -> new Worked(example, given(example)))
                            .toList());
        }
    }

    private @Nullable Answer given(Example example) {
        try {
            return law(example.month()).map(example::given).orElse(null);
        } catch (NotInForce notThen) {
            return null;
        }
    }

    private Figure published(Looked looked) {
        Figure figure = looked.figure();
        Figure basis =
                looked.instead() == Instead.SCALED ? figures.find(figure.name(), Figures.REPUBLIC, NORM_BASIS) : null;
        return basis == null ? figure : basis;
    }
}
