package kz.shanyraq.office.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Officers;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.Territory;
import kz.shanyraq.office.access.TerritoryNames;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Officers: the list, one officer, a new one; posts given and ended.
@Controller
class OfficerPages {

    private final Officers officers;
    private final TerritoryNames territories;
    private final Speech speech;

    OfficerPages(Officers officers, TerritoryNames territories, Speech speech) {
        this.officers = officers;
        this.territories = territories;
        this.speech = speech;
    }

    @Needs(Right.MANAGE_OFFICERS)
    @GetMapping("/admin/officers")
    String list(@RequestParam(defaultValue = "") String name, HttpServletRequest request, Model model) {
        return show(request, model, "access/officers", officers.list(name), name, Map.of(), List.of(), null);
    }

    @Needs(value = Right.MANAGE_OFFICERS, again = true)
    @GetMapping("/admin/officers/new")
    String form(HttpServletRequest request, Model model) {
        return show(request, model, "access/officer-new", List.of(), "", Map.of(), List.of(), null);
    }

    @Needs(value = Right.MANAGE_OFFICERS, again = true)
    @PostMapping("/admin/officers")
    String add(
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Text t = speech.of(request);
        List<FieldError> errors = new ArrayList<>();
        String login = typed(form, "login").toLowerCase(Locale.ROOT);
        String name = typed(form, "name");
        if (!login.matches("[^\\s|]{2,80}")) {
            errors.add(new FieldError("login", t.say("access.officer.login.wrong")));
        }
        if (name.length() < 2) {
            errors.add(new FieldError("name", t.say("access.officer.name.wrong")));
        }
        LocalDate until = day(typed(form, "until"));
        if (until == null && !typed(form, "until").isEmpty()) {
            errors.add(new FieldError("until", t.say("access.officer.until.wrong")));
        }
        if (errors.isEmpty()) {
            try {
                String email = typed(form, "email");
                UUID id = officers.add(login, name, typed(form, "office"), email.isEmpty() ? null : email, until);
                String password = officers.newPassword(id);
                model.addAttribute("flash", Notice.done("access.officer.added", name));
                return one(id, request, model, List.of(), password);
            } catch (DataIntegrityViolationException taken) {
                errors.add(new FieldError("login", t.say("access.officer.login.taken")));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(request, model, "access/officer-new", List.of(), "", form, errors, null);
    }

    @Needs(Right.MANAGE_OFFICERS)
    @GetMapping("/admin/officers/{officer}")
    String officer(@PathVariable UUID officer, HttpServletRequest request, Model model) {
        return one(officer, request, model, List.of(), null);
    }

    @Needs(value = Right.MANAGE_OFFICERS, again = true)
    @PostMapping("/admin/officers/{officer}/posts")
    String give(
            @PathVariable UUID officer,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String kato,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Text t = speech.of(request);
        List<FieldError> errors = new ArrayList<>();
        if (role.isEmpty()) {
            errors.add(new FieldError("role", t.say("access.officer.role.wrong")));
        }
        if (!kato.strip().matches("0|[1-9]\\d{8}")) {
            errors.add(new FieldError("kato", t.say("access.officer.kato.wrong")));
        }
        LocalDate last = day(until.strip());
        if (last == null && !until.isBlank()) {
            errors.add(new FieldError("until", t.say("access.officer.until.wrong")));
        }
        if (errors.isEmpty()) {
            try {
                officers.give(officer, Role.of(role), new Territory(Integer.parseInt(kato.strip())), last);
                redirect.addFlashAttribute("flash", Notice.done("access.officer.given"));
                return "redirect:/admin/officers/" + officer;
            } catch (DataIntegrityViolationException own) {
                errors.add(new FieldError("role", t.say("access.officer.role.own")));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return one(officer, request, model, errors, null);
    }

    @Needs(value = Right.MANAGE_OFFICERS, again = true)
    @PostMapping("/admin/officers/{officer}/posts/{post}/end")
    String endPost(@PathVariable UUID officer, @PathVariable UUID post, RedirectAttributes redirect) {
        officers.endPost(officer, post);
        redirect.addFlashAttribute("flash", Notice.done("access.officer.post-ended"));
        return "redirect:/admin/officers/" + officer;
    }

    @Needs(value = Right.MANAGE_OFFICERS, again = true)
    @PostMapping("/admin/officers/{officer}/end")
    String end(@PathVariable UUID officer, RedirectAttributes redirect) {
        officers.end(officer, LocalDate.now(Looks.ZONE));
        redirect.addFlashAttribute("flash", Notice.done("access.officer.ended"));
        return "redirect:/admin/officers/" + officer;
    }

    @Needs(value = Right.MANAGE_OFFICERS, again = true)
    @PostMapping("/admin/officers/{officer}/password")
    String password(@PathVariable UUID officer, HttpServletRequest request, Model model) {
        return one(officer, request, model, List.of(), officers.newPassword(officer));
    }

    @Needs(value = Right.MANAGE_OFFICERS, again = true)
    @PostMapping("/admin/officers/{officer}/second-factor")
    String secondFactor(@PathVariable UUID officer, RedirectAttributes redirect) {
        officers.dropSecondFactor(officer);
        redirect.addFlashAttribute("flash", Notice.done("access.second-factor.dropped"));
        return "redirect:/admin/officers/" + officer;
    }

    private String one(
            UUID officer, HttpServletRequest request, Model model, List<FieldError> errors, @Nullable String password) {
        Officers.OfficerRow row = officers.one(officer).orElseThrow(NotThere::new);
        return show(request, model, "access/officer", List.of(row), "", Map.of(), errors, password);
    }

    private String show(
            HttpServletRequest request,
            Model model,
            String template,
            List<Officers.OfficerRow> rows,
            String letters,
            Map<String, String> form,
            List<FieldError> errors,
            @Nullable String password) {
        Text t = speech.of(request);
        Map<UUID, List<Officers.PostRow>> posts =
                officers.posts(rows.stream().map(Officers.OfficerRow::id).toList()).stream()
                        .collect(Collectors.groupingBy(Officers.PostRow::officer));
        Map<Integer, String> places = new LinkedHashMap<>();
        posts.values()
                .forEach(each -> each.forEach(post -> places.computeIfAbsent(
                        post.kato(), kato -> territories.name(new Territory(kato), t.language()))));
        List<Option> choice = territories.all().stream()
                .map(kato -> new Option(kato.toString(), territories.name(new Territory(kato), t.language())))
                .toList();
        model.addAttribute("page", new OfficersPage(rows, posts, places, choice, letters, form, errors, password));
        return template;
    }

    private static String typed(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException strange) {
            return null;
        }
    }
}
