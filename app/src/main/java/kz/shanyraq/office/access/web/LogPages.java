package kz.shanyraq.office.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.LogReading;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.Purpose;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Chip;
import kz.shanyraq.office.page.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The log, with its filters in the address, and its signed export.
@Controller
class LogPages {

    private final LogReading log;
    private final Access access;
    private final Speech speech;

    LogPages(LogReading log, Access access, Speech speech) {
        this.log = log;
        this.access = access;
        this.speech = speech;
    }

    @Needs(Right.READ_LOG)
    @GetMapping("/admin/log")
    String log(@RequestParam Map<String, String> asked, HttpServletRequest request, Model model) {
        LogReading.Filter filter = filter(asked);
        int page = number(asked.getOrDefault("page", "1"));
        access.looked(Look.did(Action.LOG_READ, "%s – %s".formatted(filter.from(), filter.to())));
        List<LogReading.Line> lines = log.lines(filter, page);
        boolean more = lines.size() > LogReading.PAGE;
        model.addAttribute(
                "page",
                new LogPage(
                        filter,
                        more ? lines.subList(0, LogReading.PAGE) : lines,
                        more,
                        page,
                        chips(speech.of(request), filter),
                        log.odd(),
                        log.publicKey()));
        return "access/log";
    }

    @Needs(value = Right.EXPORT_LOG, again = true)
    @PostMapping("/admin/log/export")
    void export(@RequestParam Map<String, String> asked, HttpServletResponse response) throws IOException {
        LogReading.Filter filter = filter(asked);
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"log-%s-%s.zip\"".formatted(filter.from(), filter.to()));
        log.export(filter, response.getOutputStream());
    }

    private static LogReading.Filter filter(Map<String, String> asked) {
        LocalDate today = LocalDate.now(Looks.ZONE);
        LocalDate to = day(asked.getOrDefault("to", ""), today);
        LocalDate from = day(asked.getOrDefault("from", ""), to.minusDays(30));
        String action = asked.getOrDefault("action", "");
        String purpose = asked.getOrDefault("purpose", "");
        return new LogReading.Filter(
                asked.getOrDefault("officer", ""),
                asked.getOrDefault("family", ""),
                asked.getOrDefault("person", ""),
                known(Action.values(), action) ? action : "",
                known(Purpose.values(), purpose) ? purpose : "",
                from,
                to);
    }

    private static List<Chip> chips(Text t, LogReading.Filter filter) {
        List<Chip> chips = new ArrayList<>();
        add(chips, "officer", t.say("access.log.officer"), filter.officer());
        add(chips, "family", t.say("access.log.family"), filter.number());
        add(chips, "person", t.say("access.log.person"), filter.person());
        add(
                chips,
                "action",
                t.say("access.log.action"),
                filter.action().isEmpty() ? "" : t.say("access.action." + filter.action()));
        add(
                chips,
                "purpose",
                t.say("access.log.purpose"),
                filter.purpose().isEmpty() ? "" : t.say("access.purpose." + filter.purpose()));
        return chips;
    }

    private static void add(List<Chip> chips, String name, String label, String value) {
        if (!value.isBlank()) {
            chips.add(new Chip(name, label, value));
        }
    }

    private static <E extends Enum<E>> boolean known(E[] values, String word) {
        for (E value : values) {
            if (value.name().equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            return typed.isEmpty() ? otherwise : LocalDate.parse(typed);
        } catch (DateTimeParseException strange) {
            return otherwise;
        }
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,5}") ? Math.max(1, Integer.parseInt(typed)) : 1;
    }
}
