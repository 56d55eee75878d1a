package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.benefits.Pauses;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.benefits.Visits;
import kz.shanyraq.office.benefits.Wellbeings.Past;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.Question;
import kz.shanyraq.office.registry.Telling;
import org.jspecify.annotations.Nullable;

/// What lies ahead of a family, what is today, and what was in the last two years.
///
/// @param paused findings that are put aside
/// @param planned visits and calls; empty for who does not plan any
/// @param past levels of wellbeing that sweeps found, the oldest first
public record TimelineView(FamilyFile file, List<Pauses.Pause> paused, List<Visits.Visit> planned, List<Past> past) {

    private static final int MONTHS_AHEAD = 12;
    private static final int MONTHS_BACK = 24;
    private static final int MOST = 8;
    private static final int INFANT_MONTHS = 18;
    private static final int GROWN = 18;
    private static final List<String> ORDER = List.of("plan", "today", "");
    private static final List<String> EVENTS = List.of("job_lost_on", "registered_on", "graduated_on");

    /// An event.
    ///
    /// @param kind plan, today or empty for what was: the mark of the line
    /// @param text a second line; null for none
    public record Event(
            LocalDate day,
            String kind,
            String title,
            @Nullable String text) {}

    /// The events, the farthest ahead first.
    public List<Event> events(Text t) {
        LocalDate today = t.today();
        List<Event> events = new ArrayList<>();
        questions(events, t);
        for (Pauses.Pause pause : paused) {
            events.add(event(
                    pause.until(),
                    t.say("benefits.timeline.pause", TopicWords.name(pause.topic(), t)),
                    pause.reason(),
                    today));
        }
        for (Visits.Visit visit : planned) {
            events.add(event(
                    visit.day(),
                    t.say("benefits.timeline." + visit.way().code()),
                    VisitsPage.question(visit.fact(), t),
                    today));
        }
        for (Member member : file.members()) {
            LocalDate born = member.birthDate();
            if (born != null) {
                add(events, born, t.say("benefits.timeline.born", member.called()), today);
                add(events, born.plusMonths(INFANT_MONTHS), t.say("benefits.timeline.infant", member.called()), today);
                add(events, born.plusYears(GROWN), t.say("benefits.timeline.grown", member.called()), today);
            }
            file.held(FactSheet.ACTIVITY, member).ifPresent(row -> happened(events, row, member, t));
        }
        for (Telling row : file.tellings()) {
            if (row.by() != null) {
                events.add(event(
                        LocalDate.ofInstant(row.learned(), Looks.ZONE),
                        t.say(
                                "benefits.timeline.corrected",
                                t.say("registry.sheet." + row.sheet().code())),
                        row.why(),
                        today));
            }
        }
        for (int i = 1; i < past.size(); i++) {
            String before = past.get(i - 1).level();
            String level = past.get(i).level();
            if (before != null && level != null && !before.equals(level)) {
                events.add(event(past.get(i).on(), t.say("benefits.timeline.level", before, level), null, today));
            }
        }
        events.add(new Event(today, "today", t.say("benefits.timeline.today"), null));
        return events.stream()
                .filter(event ->
                        event.day.isBefore(today.plusMonths(MONTHS_AHEAD).plusDays(1))
                                && event.day.isAfter(today.minusMonths(MONTHS_BACK)))
                .distinct()
                .sorted(Comparator.comparing(Event::day)
                        .reversed()
                        .thenComparingInt(event -> ORDER.indexOf(event.kind)))
                .toList();
    }

    /// Those of some events that are shown at once: all that lies ahead, and as much of the past as there is room for.
    public List<Event> shown(List<Event> events) {
        long ahead = events.stream().filter(event -> !event.kind.isEmpty()).count();
        return events.stream().limit(Math.max(MOST, ahead + 2)).toList();
    }

    private void questions(List<Event> events, Text t) {
        for (Question question : file.questions()) {
            String about = t.say("registry.fact." + question.column());
            if (question.open()) {
                events.add(event(question.dueOn(), t.say("benefits.timeline.due", about), question.words(), t.today()));
            } else if (question.answeredAt() != null) {
                events.add(event(
                        LocalDate.ofInstant(question.answeredAt(), Looks.ZONE),
                        t.say("benefits.timeline.answered", about),
                        question.answer(),
                        t.today()));
            }
        }
    }

    private static void happened(List<Event> events, Telling row, Member member, Text t) {
        for (String column : EVENTS) {
            String day = row.cell(column);
            if (day != null && !day.equals("infinity")) {
                add(events, LocalDate.parse(day), t.say("benefits.timeline." + column, member.called()), t.today());
            }
        }
    }

    private static void add(List<Event> events, LocalDate day, String title, LocalDate today) {
        events.add(event(day, title, null, today));
    }

    private static Event event(LocalDate day, String title, @Nullable String text, LocalDate today) {
        return new Event(day, day.isAfter(today) ? "plan" : "", title, text);
    }
}
