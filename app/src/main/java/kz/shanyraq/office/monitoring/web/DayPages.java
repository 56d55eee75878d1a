package kz.shanyraq.office.monitoring.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Pauses;
import kz.shanyraq.office.benefits.Visits;
import kz.shanyraq.office.registry.Corrections;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.ShownFamilies;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A day of the week strip: the records behind its numbers.
@Controller
class DayPages {

    private final Agenda agenda;
    private final Corrections corrections;
    private final ShownFamilies families;
    private final Access access;

    DayPages(Agenda agenda, Corrections corrections, ShownFamilies families, Access access) {
        this.agenda = agenda;
        this.corrections = corrections;
        this.families = families;
        this.access = access;
    }

    @GetMapping("/day/{day:\\d{4}-\\d{2}-\\d{2}}")
    @Needs(Right.PLAN_VISIT)
    String day(@PathVariable String day, Model model) {
        access.require(Right.PLAN_VISIT);
        LocalDate on = date(day);
        Agenda.Entries entries = agenda.of(on);
        List<Long> numbers = Stream.of(
                        entries.visits().stream().map(Visits.Visit::family),
                        entries.pauses().stream().map(Pauses.Ending::family),
                        entries.questions().stream()
                                .map(question -> question.family().value()))
                .flatMap(each -> each)
                .distinct()
                .toList();
        Map<Long, Found.Family> named = families.of(numbers, "day");
        long asked = corrections.due(on, on).getOrDefault(on, 0L);
        model.addAttribute("page", new DayPage(on, entries, named, asked));
        return "monitoring/day";
    }

    private static LocalDate date(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException noDay) {
            throw new NotThere();
        }
    }
}
