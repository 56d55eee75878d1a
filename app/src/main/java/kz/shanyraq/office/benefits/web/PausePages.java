package kz.shanyraq.office.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Pauses;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Registry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// "Not now": an officer puts what was found of a family aside until a day, with a reason, or takes that back.
@Controller
class PausePages {

    private static final int LEAST_WORDS = 5;
    private static final int MOST_WORDS = 500;
    private static final int MOST_MONTHS = 12;

    private final Registry registry;
    private final Pauses pauses;
    private final Access access;

    PausePages(Registry registry, Pauses pauses, Access access) {
        this.registry = registry;
        this.pauses = pauses;
        this.access = access;
    }

    @GetMapping("/families/{number:\\d+-?\\d}/pauses/{topic:[a-z0-9_]+}")
    @Needs(Right.PAUSE_FINDING)
    String form(@PathVariable String number, @PathVariable String topic, Model model) {
        FamilyFile file = family(number);
        Topic about = Topic.of(topic).orElseThrow(NotThere::new);
        access.looked(Look.at(file.ref(), "pause"));
        Pauses.Pause held = held(file, about);
        model.addAttribute(
                "page",
                new PausePage(
                        file.id(),
                        about,
                        held != null,
                        held == null ? "" : held.until().toString(),
                        held == null ? "" : held.reason(),
                        List.of()));
        return "benefits/pause";
    }

    @PostMapping("/families/{number:\\d+-?\\d}/pauses/{topic:[a-z0-9_]+}")
    @Needs(Right.PAUSE_FINDING)
    String pause(
            @PathVariable String number,
            @PathVariable String topic,
            @RequestParam(defaultValue = "pause") String act,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        FamilyFile file = family(number);
        Topic about = Topic.of(topic).orElseThrow(NotThere::new);
        if (act.equals("end")) {
            access.looked(Look.did(Action.CHANGE, file.ref(), null, "pause ended"));
            boolean ended = pauses.end(file.id().value(), about);
            redirect.addFlashAttribute(
                    "flash", ended ? Notice.done("benefits.pause.ended") : Notice.info("benefits.pause.none"));
            return "redirect:/families/" + file.id().number();
        }
        List<String> wrong = new ArrayList<>();
        LocalDate day = day(until);
        LocalDate today = LocalDate.now(Looks.ZONE);
        if (day == null || !day.isAfter(today) || day.isAfter(today.plusMonths(MOST_MONTHS))) {
            wrong.add("until");
        }
        String words = reason.strip();
        if (words.length() < LEAST_WORDS || words.length() > MOST_WORDS) {
            wrong.add("reason");
        }
        if (day == null || !wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            access.looked(Look.at(file.ref(), "pause"));
            model.addAttribute(
                    "page", new PausePage(file.id(), about, held(file, about) != null, until, reason, wrong));
            return "benefits/pause";
        }
        access.looked(Look.did(Action.CHANGE, file.ref(), null, "pause"));
        pauses.pause(
                file.id().value(),
                new Pauses.Pause(about, day, words),
                access.officer().map(Acting.Officer::id).orElseThrow(NotThere::new));
        redirect.addFlashAttribute("flash", Notice.done("benefits.pause.done", day));
        return "redirect:/families/" + file.id().number();
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private Pauses.@org.jspecify.annotations.Nullable Pause held(FamilyFile file, Topic about) {
        return pauses.of(file.id().value()).stream()
                .filter(pause -> pause.topic().equals(about))
                .findFirst()
                .orElse(null);
    }

    private FamilyFile family(String number) {
        FamilyId id;
        try {
            id = FamilyId.parse(number);
        } catch (IllegalArgumentException wrong) {
            throw new NotThere();
        }
        FamilyFile file =
                registry.family(id, AsOf.on(LocalDate.now(Looks.ZONE))).orElseThrow(NotThere::new);
        access.require(Right.PAUSE_FINDING, file.ref());
        if (!access.may(Right.SEE_INCOME, file.ref())) {
            throw new NotThere();
        }
        return file;
    }
}
