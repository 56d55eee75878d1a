package kz.shanyraq.office.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.Permits;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.page.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Leave to read a family outside the territory, or under protection.
@Controller
class PermitPages {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1_000;
    private static final int LONGEST_NUMBER = 40;
    private static final List<String> REASONS = List.of("moved", "asked", "duty", "other");

    private final Permits permits;
    private final Access access;
    private final Speech speech;

    PermitPages(Permits permits, Access access, Speech speech) {
        this.permits = permits;
        this.access = access;
        this.speech = speech;
    }

    @Needs({Right.ASK_PERMIT, Right.APPROVE_BREAK_GLASS})
    @GetMapping("/permits")
    String list(Model model) {
        boolean answers = access.may(Right.APPROVE_BREAK_GLASS);
        model.addAttribute(
                "page",
                new PermitsPage(permits.mine(), answers ? permits.waiting() : List.of(), answers, "", "", List.of()));
        return "access/permits";
    }

    @Needs(Right.ASK_PERMIT)
    @GetMapping("/permits/new")
    String outsideForm(@RequestParam(defaultValue = "") String family, Model model) {
        return form(model, "access/permit", family, "", List.of());
    }

    @Needs(Right.ASK_PERMIT)
    @PostMapping("/permits")
    String outside(
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Text t = speech.of(request);
        String full = reason(t, kind, reason);
        List<FieldError> errors = faults(t, family, full);
        Optional<FamilyRef> found = errors.isEmpty() ? permits.elsewhere(family.strip()) : Optional.empty();
        if (errors.isEmpty() && found.isEmpty()) {
            errors.add(new FieldError("family", t.say("access.permit.no-family")));
        }
        if (!errors.isEmpty() || found.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, "access/permit", family, reason, errors);
        }
        permits.askOutside(found.get(), full);
        redirect.addFlashAttribute(
                "flash", Notice.done("access.permit.given", found.get().number()));
        return "redirect:/families/" + found.get().number();
    }

    @Needs(Right.ASK_PERMIT)
    @GetMapping("/permits/break-glass")
    String breakGlassForm(@RequestParam(defaultValue = "") String family, Model model) {
        return form(model, "access/break-glass", family, "", List.of());
    }

    @Needs(Right.ASK_PERMIT)
    @PostMapping("/permits/break-glass")
    String breakGlass(
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        List<FieldError> errors = faults(speech.of(request), family, reason.strip());
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, "access/break-glass", family, reason, errors);
        }
        permits.askBreakGlass(family.strip(), reason.strip());
        redirect.addFlashAttribute("flash", Notice.done("access.permit.waits"));
        return "redirect:/permits";
    }

    @Needs(value = Right.APPROVE_BREAK_GLASS, again = true)
    @PostMapping("/permits/{permit}/answer")
    String answer(@PathVariable UUID permit, @RequestParam boolean approved, RedirectAttributes redirect) {
        permits.answer(permit, approved);
        redirect.addFlashAttribute("flash", Notice.done(approved ? "access.permit.approved" : "access.permit.refused"));
        return "redirect:/permits";
    }

    private String form(Model model, String template, String family, String reason, List<FieldError> errors) {
        model.addAttribute("page", new PermitsPage(List.of(), List.of(), false, family, reason, errors));
        return template;
    }

    private static String reason(Text t, String kind, String reason) {
        String words = reason.strip();
        if (!REASONS.contains(kind) || kind.equals("other")) {
            return words;
        }
        return words.isEmpty()
                ? t.say("access.permit.reason." + kind)
                : t.say("access.permit.reason." + kind) + ": " + words;
    }

    private static List<FieldError> faults(Text t, String family, String reason) {
        List<FieldError> errors = new ArrayList<>();
        if (family.isBlank() || family.length() > LONGEST_NUMBER) {
            errors.add(new FieldError("family", t.say("access.permit.no-number")));
        }
        if (reason.length() < SHORTEST || reason.length() > LONGEST) {
            errors.add(new FieldError("reason", t.say("access.permit.no-reason")));
        }
        return errors;
    }
}
