package kz.shanyraq.office.monitoring.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Permits;
import kz.shanyraq.office.benefits.Pauses;
import kz.shanyraq.office.benefits.Visits;
import kz.shanyraq.office.registry.Corrections;
import kz.shanyraq.office.registry.Question;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What falls on which day for the officer who acts: the own plans, pauses and permits, and the questions of the
/// territory. Only what is written down somewhere is there.
@Component
class Agenda {

    /// The most of a kind that a day lists.
    static final int MOST = 200;

    private static final int DAYS = 7;

    private final Visits visits;
    private final Pauses pauses;
    private final Corrections corrections;
    private final Permits permits;

    Agenda(Visits visits, Pauses pauses, Corrections corrections, Permits permits) {
        this.visits = visits;
        this.pauses = pauses;
        this.corrections = corrections;
        this.permits = permits;
    }

    /// What a day has.
    ///
    /// @param visits that the officer has planned; those of earlier days that are not over are of today
    record Entries(
            List<Visits.Visit> visits,
            List<Pauses.Ending> pauses,
            List<Question> questions,
            List<Permits.Permit> permits) {}

    /// Seven days from today.
    @Transactional(readOnly = true)
    public Week week() {
        LocalDate today = LocalDate.now(Looks.ZONE);
        LocalDate last = today.plusDays(DAYS - 1);
        Map<LocalDate, Map<Week.Kind, Long>> counts = new HashMap<>();
        visits.mine(last).forEach((day, count) -> add(counts, day, Week.Kind.VISITS, count));
        pauses.ending(today, last).forEach(pause -> add(counts, pause.until(), Week.Kind.PAUSES, 1));
        corrections.due(today, last).forEach((day, count) -> add(counts, day, Week.Kind.QUESTIONS, count));
        live().forEach(permit -> add(counts, end(permit), Week.Kind.PERMITS, 1));
        List<Week.Day> days = new ArrayList<>();
        for (LocalDate day = today; !day.isAfter(last); day = day.plusDays(1)) {
            days.add(new Week.Day(day, counts.getOrDefault(day, Map.of())));
        }
        return new Week(List.copyOf(days));
    }

    private static void add(Map<LocalDate, Map<Week.Kind, Long>> counts, LocalDate day, Week.Kind kind, long count) {
        counts.computeIfAbsent(day, any -> new EnumMap<>(Week.Kind.class)).merge(kind, count, Long::sum);
    }

    /// The entries of a day.
    @Transactional(readOnly = true)
    public Entries of(LocalDate day) {
        LocalDate today = LocalDate.now(Looks.ZONE);
        return new Entries(
                visits.mine(day.equals(today) ? LocalDate.EPOCH : day, day, MOST),
                pauses.ending(day, day),
                corrections.due(day, MOST),
                live().stream().filter(permit -> end(permit).equals(day)).toList());
    }

    /// The own permits that hold.
    private List<Permits.Permit> live() {
        return permits.mine().stream()
                .filter(permit -> permit.family() != null
                        && "approved".equals(permit.answer())
                        && permit.until() != null
                        && permit.until().toInstant().isAfter(java.time.Instant.now()))
                .toList();
    }

    private static LocalDate end(Permits.Permit permit) {
        return LocalDate.ofInstant(
                java.util.Objects.requireNonNull(permit.until()).toInstant(), Looks.ZONE);
    }
}
