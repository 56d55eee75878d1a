package kz.shanyraq.office.monitoring.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Todo;
import kz.shanyraq.office.registry.Found;

/// A day: what falls on it, one row each.
///
/// @param named the families that may be seen, by their numbers
/// @param asked how many answers are due on the day, also those that are not listed
public record DayPage(LocalDate day, Agenda.Entries entries, Map<Long, Found.Family> named, long asked) {

    /// What falls on the day, of one kind.
    ///
    /// @param more how many rows the page has no room for
    public record Part(Week.Kind kind, List<Todo> rows, long more) {}

    /// The title.
    public String title(Text t) {
        return t.inWords(day);
    }

    /// The kinds that the day has.
    public List<Part> parts(Text t) {
        List<Part> parts = new ArrayList<>();
        add(parts, Week.Kind.VISITS, visits(t), 0);
        add(parts, Week.Kind.PAUSES, pauses(t), 0);
        List<Todo> questions = questions(t);
        add(
                parts,
                Week.Kind.QUESTIONS,
                questions,
                entries.questions().size() < Agenda.MOST ? 0 : Math.max(0, asked - Agenda.MOST));
        add(parts, Week.Kind.PERMITS, permits(t), 0);
        return parts;
    }

    private static void add(List<Part> parts, Week.Kind kind, List<Todo> rows, long more) {
        if (!rows.isEmpty()) {
            parts.add(new Part(kind, rows, more));
        }
    }

    private List<Todo> visits(Text t) {
        return entries.visits().stream()
                .filter(visit -> named.containsKey(visit.family()))
                .map(visit -> {
                    String late = visit.day().isBefore(t.today())
                            ? " · " + t.say("monitoring.day.late", t.date(visit.day()))
                            : "";
                    String key = "benefits.ask." + visit.fact();
                    return new Todo(
                            visit.way() == kz.shanyraq.office.benefits.Way.BY_VISIT ? Icon.DWELLING : Icon.PHONE,
                            name(visit.family()),
                            (t.has(key) ? t.say(key) : visit.fact()) + late,
                            t.say("monitoring.home.open"),
                            "/families/" + number(visit.family()) + "/visits/"
                                    + visit.way().code());
                })
                .toList();
    }

    private List<Todo> pauses(Text t) {
        return entries.pauses().stream()
                .filter(pause -> named.containsKey(pause.family()))
                .map(pause -> new Todo(
                        Week.Kind.PAUSES.icon(),
                        name(pause.family()),
                        TopicWords.name(pause.topic(), t),
                        t.say("monitoring.home.open"),
                        "/families/" + number(pause.family()) + "#rights"))
                .toList();
    }

    private List<Todo> questions(Text t) {
        return entries.questions().stream()
                .filter(question -> named.containsKey(question.family().value()))
                .map(question -> new Todo(
                        Week.Kind.QUESTIONS.icon(),
                        name(question.family().value()),
                        t.say("registry.fact." + question.column()) + ": " + question.words(),
                        t.say("monitoring.home.open"),
                        "/families/" + question.family().number() + "#questions"))
                .toList();
    }

    private List<Todo> permits(Text t) {
        return entries.permits().stream()
                .map(permit -> new Todo(
                        Week.Kind.PERMITS.icon(),
                        t.say("monitoring.day.permit", permit.number()),
                        permit.until() == null ? null : t.moment(permit.until().toInstant()),
                        t.say("monitoring.home.open"),
                        "/permits"))
                .toList();
    }

    private String name(long family) {
        Found.Family found = named.get(family);
        return found == null || found.head().isEmpty() ? number(family) : found.head();
    }

    private static String number(long family) {
        return new kz.shanyraq.office.registry.FamilyId(family).number();
    }
}
