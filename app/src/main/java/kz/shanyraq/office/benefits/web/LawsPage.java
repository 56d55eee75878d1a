package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.office.benefits.LawBook;
import kz.shanyraq.office.benefits.LawBook.Span;
import kz.shanyraq.office.page.Link;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.policy.Benefit;
import org.jspecify.annotations.Nullable;

/// All benefits: what each is, which edition is in force, when it was amended.
///
/// @param on the day for which the law is read; null for today
public record LawsPage(LawBook book, @Nullable LocalDate on) {

    /// A benefit in the list.
    ///
    /// @param inForce from when to when the edition of the day holds; null where none is in force
    public record Entry(
            String code,
            String name,
            String sentence,
            @Nullable String inForce,
            List<String> acts) {}

    /// A day on which editions began.
    ///
    /// @param past whether it is not after the day for which the law is read
    public record Change(LocalDate day, boolean past, List<Began> began) {}

    /// An edition that began.
    ///
    /// @param first whether the library knows no earlier one
    public record Began(String code, String name, boolean first, List<String> acts) {}

    /// The day for which the law is read.
    public LocalDate day(Text t) {
        return on == null ? t.today() : on;
    }

    /// Whether the library knows the law of the day.
    public boolean known(Text t) {
        return book.near(day(t)).equals(java.time.YearMonth.from(day(t)));
    }

    /// The benefits in the order of the alphabet.
    public List<Entry> entries(Text t) {
        var words = new LawWords(t);
        var month = book.near(day(t));
        var law = book.law(month).orElseThrow();
        var entries = new ArrayList<Entry>();
        for (Benefit benefit : Benefit.values()) {
            Span span = book.editions(benefit).stream()
                    .filter(each -> !month.isBefore(each.first()) && !month.isAfter(each.last()))
                    .findFirst()
                    .orElse(null);
            entries.add(new Entry(
                    benefit.code(),
                    words.name(benefit),
                    words.sentence(benefit),
                    span == null ? null : words.span(span, span.last().equals(book.last())),
                    span == null ? List.of() : words.acts(law, benefit)));
        }
        entries.sort(Comparator.comparing(Entry::name, t.alphabetical()));
        return entries;
    }

    /// The days on which editions began, the latest first.
    public List<Change> changes(Text t) {
        var words = new LawWords(t);
        Map<LocalDate, List<Began>> days = new TreeMap<>(Comparator.reverseOrder());
        for (Benefit benefit : Benefit.values()) {
            List<Span> spans = book.editions(benefit);
            for (Span span : spans) {
                days.computeIfAbsent(span.first().atDay(1), day -> new ArrayList<>())
                        .add(new Began(
                                benefit.code(),
                                words.name(benefit),
                                span.equals(spans.getFirst()),
                                words.acts(book.law(span.first()).orElseThrow(), benefit)));
            }
        }
        var changes = new ArrayList<Change>();
        days.forEach((day, began) -> {
            began.sort(Comparator.comparing(Began::name, t.alphabetical()));
            changes.add(new Change(day, !day.isAfter(day(t)), began));
        });
        return changes;
    }

    /// How many worked examples there are, in all editions.
    public int examples() {
        return Arrays.stream(Benefit.values())
                .mapToInt(benefit -> book.examples(benefit).size())
                .sum();
    }

    /// The benefits of which an example does not hold, with the day of the first such edition.
    public List<Link> broken(Text t) {
        var words = new LawWords(t);
        return Arrays.stream(Benefit.values())
                .flatMap(benefit -> book.examples(benefit).stream()
                        .filter(worked -> !worked.agrees())
                        .findFirst()
                        .map(worked -> new Link(
                                words.name(benefit),
                                "/law/" + benefit.code() + "?on="
                                        + worked.example().month().atDay(1)))
                        .stream())
                .toList();
    }

    /// The first day that the library knows.
    public LocalDate begins() {
        return book.first().atDay(1);
    }

    /// The last day of which the figures are known.
    public LocalDate ends() {
        return book.last().atEndOfMonth();
    }
}
