package kz.shanyraq.office.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The log, with its filters in the address, and its signed export.
@Controller
class LogPages {

    private static final Pattern PAGE = Pattern.compile("(older|newer)-(\\d{1,16})-(\\d{1,2})-(\\d{1,18})");

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
        access.looked(Look.did(Action.LOG_READ, "%s – %s".formatted(filter.from(), filter.to())));
        LogReading.Lines lines = log.lines(filter, beside(asked.getOrDefault("page", "")));
        model.addAttribute(
                "page",
                new LogPage(
                        filter,
                        lines.lines(),
                        lines.newer() && !lines.lines().isEmpty()
                                ? named("newer", lines.lines().getFirst())
                                : "",
                        lines.older() && !lines.lines().isEmpty()
                                ? named("older", lines.lines().getLast())
                                : "",
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

    /// The page beside a line, as the address names it: which way, moment in microseconds, lane, number.
    private static String named(String way, LogReading.Line line) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, line.at().toInstant());
        return "%s-%d-%d-%d".formatted(way, micros, line.lane(), line.seq());
    }

    private static LogReading.@Nullable Beside beside(String typed) {
        Matcher page = PAGE.matcher(typed);
        return page.matches()
                ? new LogReading.Beside(
                        page.group(1).equals("older"),
                        Instant.EPOCH
                                .plus(Long.parseLong(page.group(2)), ChronoUnit.MICROS)
                                .atOffset(ZoneOffset.UTC),
                        Integer.parseInt(page.group(3)),
                        Long.parseLong(page.group(4)))
                : null;
    }
}
