package kz.shanyraq.office.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Accounts;
import kz.shanyraq.office.benefits.Answers;
import kz.shanyraq.office.benefits.Applications;
import kz.shanyraq.office.benefits.Applications.Application;
import kz.shanyraq.office.benefits.Awards;
import kz.shanyraq.office.benefits.Decisions;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.ShownFamilies;
import kz.shanyraq.policy.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Applications: the list by the day on which they are due, and each with what the law says of it, up to the
/// proposal that goes to the second person.
@Controller
class ApplicationPages {

    private static final String DECIDE = "benefits/decide";

    private final Applications applications;
    private final Decisions decisions;
    private final Answers answers;
    private final Awards awards;
    private final ShownFamilies families;
    private final PlaceNames places;
    private final Access access;
    private final Desk desk;

    ApplicationPages(
            Applications applications,
            Decisions decisions,
            Answers answers,
            Awards awards,
            ShownFamilies families,
            PlaceNames places,
            Access access,
            Desk desk) {
        this.applications = applications;
        this.decisions = decisions;
        this.answers = answers;
        this.awards = awards;
        this.families = families;
        this.places = places;
        this.access = access;
        this.desk = desk;
    }

    @GetMapping("/applications")
    @Needs({Right.DECIDE_BENEFITS, Right.APPROVE_DECISIONS})
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "0") int region,
            @RequestParam(defaultValue = "0") int district,
            Model model) {
        access.require(Right.SEE_INCOME);
        if (!state.isEmpty() && !ApplicationsPage.STATES.contains(state)) {
            throw new NotThere();
        }
        Span span = desk.span().within(region, district).orElseThrow(NotThere::new);
        List<String> states = state.isEmpty() ? ApplicationsPage.OPEN : List.of(state);
        Applications.Page found = applications.in(span.lo(), span.hi(), states, next(after));
        Map<Long, Found.Family> named = families.of(
                found.applications().stream()
                        .map(application -> application.subject().family())
                        .distinct()
                        .toList(),
                "applications");
        List<ApplicationsPage.Line> lines = new ArrayList<>();
        for (Application application : found.applications()) {
            Found.Family family = named.get(application.subject().family());
            if (family != null) {
                lines.add(new ApplicationsPage.Line(application, family, Clock.of(application)));
            }
        }
        model.addAttribute(
                "page",
                new ApplicationsPage(
                        state,
                        applications.counts(span.lo(), span.hi()),
                        List.copyOf(lines),
                        !after.isEmpty(),
                        found.next(),
                        Filtered.of(region, district, places),
                        places.of(
                                lines.stream().map(line -> line.family().kato()).collect(Collectors.toSet()))));
        return "benefits/applications";
    }

    private static Applications.@Nullable Next next(String after) {
        if (after.isEmpty()) {
            return null;
        }
        if (!after.matches("\\d{4}-\\d\\d-\\d\\d\\.\\d{1,18}")) {
            throw new NotThere();
        }
        int dot = after.indexOf('.');
        try {
            return new Applications.Next(
                    LocalDate.parse(after.substring(0, dot)), Long.parseLong(after.substring(dot + 1)));
        } catch (DateTimeException noDay) {
            throw new NotThere();
        }
    }

    @GetMapping("/applications/{id:\\d{1,18}}")
    @Needs({Right.DECIDE_BENEFITS, Right.APPROVE_DECISIONS})
    String one(@PathVariable long id, Model model) {
        Application application = found(id);
        FamilyFile file = desk.family(application.subject().family());
        access.looked(Look.at(file.ref(), "application"));
        model.addAttribute("page", page(application, file, "", null));
        return "benefits/application";
    }

    @PostMapping("/applications/{id:\\d{1,18}}")
    @Needs(Right.DECIDE_BENEFITS)
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String iban,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        Application application = found(id);
        FamilyFile file = desk.family(application.subject().family());
        desk.requireDeciding(file.ref());
        switch (act) {
            case "ask" -> {
                List<String> asked =
                        toAsk(application, decisions.asked(application).orElse(null));
                access.looked(Look.did(Action.CHANGE, file.ref(), null, "application asked"));
                told(
                        redirect,
                        !asked.isEmpty() && applications.ask(id, asked),
                        "desk.application.asked",
                        "desk.application.not_asked");
            }
            case "on" -> {
                access.looked(Look.did(Action.CHANGE, file.ref(), null, "application on"));
                told(redirect, applications.goOn(id), "desk.application.on.done", "desk.application.moved");
            }
            case "withdraw" -> {
                access.looked(Look.did(Action.CHANGE, file.ref(), null, "application withdrawn"));
                told(redirect, applications.withdraw(id), "desk.application.withdrawn", "desk.application.moved");
            }
            case "account" -> {
                String tidy = Accounts.tidy(iban);
                Accounts.Wrong wrong = Accounts.wrong(tidy);
                if (wrong != null) {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    access.looked(Look.at(file.ref(), "application"));
                    model.addAttribute("page", page(application, file, iban, wrong));
                    return "benefits/application";
                }
                access.looked(Look.did(Action.CHANGE, file.ref(), null, "application account"));
                told(redirect, applications.account(id, tidy), "desk.account.done", "desk.application.moved");
            }
            default -> redirect.addFlashAttribute("flash", Notice.failed("desk.unknown"));
        }
        return "redirect:/applications/" + id;
    }

    private static void told(RedirectAttributes redirect, boolean done, String yes, String no) {
        redirect.addFlashAttribute("flash", done ? Notice.done(yes) : Notice.failed(no));
    }

    @GetMapping("/applications/{id:\\d{1,18}}/decide")
    @Needs(Right.DECIDE_BENEFITS)
    String confirm(@PathVariable long id, Model model, RedirectAttributes redirect) {
        Application application = found(id);
        FamilyFile file = desk.family(application.subject().family());
        desk.requireDeciding(file.ref());
        access.looked(Look.at(file.ref(), "application decide"));
        return confirm(application, file, false, model, redirect);
    }

    private String confirm(
            Application application, FamilyFile file, boolean changed, Model model, RedirectAttributes redirect) {
        Answers.Answer answer = decisions.asked(application).orElse(null);
        if (!List.of("received", "asked").contains(application.state())) {
            redirect.addFlashAttribute("flash", Notice.failed("desk.application.moved"));
            return "redirect:/applications/" + application.id();
        }
        if (answer == null || answer.outcome() == Outcome.UNDECIDED) {
            redirect.addFlashAttribute("flash", Notice.wait("desk.application.undecided"));
            return "redirect:/applications/" + application.id();
        }
        model.addAttribute(
                "page",
                new DecidePage(
                        application,
                        file,
                        answer,
                        answers.end(answer, application.subject()).orElse(null),
                        changed));
        return DECIDE;
    }

    @PostMapping("/applications/{id:\\d{1,18}}/decide")
    @Needs(Right.DECIDE_BENEFITS)
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        Application application = found(id);
        FamilyFile file = desk.family(application.subject().family());
        desk.requireDeciding(file.ref());
        Answers.Answer answer = decisions.asked(application).orElse(null);
        if (answer == null || !DecidePage.seen(answer).equals(seen)) {
            access.looked(Look.at(file.ref(), "application decide"));
            String shown = confirm(application, file, true, model, redirect);
            if (shown.equals(DECIDE)) {
                response.setStatus(HttpStatus.CONFLICT.value());
            }
            return shown;
        }
        access.looked(Look.did(Action.CHANGE, file.ref(), null, "decision proposed"));
        try {
            long decision = decisions.propose(id, desk.officer().id());
            redirect.addFlashAttribute("flash", Notice.done("desk.decision.proposed"));
            return "redirect:/decisions/" + decision;
        } catch (Decisions.Undecided undecided) {
            redirect.addFlashAttribute("flash", Notice.wait("desk.application.undecided"));
        } catch (IllegalStateException moved) {
            redirect.addFlashAttribute("flash", Notice.failed("desk.application.moved"));
        }
        return "redirect:/applications/" + id;
    }

    private Application found(long id) {
        return applications.find(id).orElseThrow(NotThere::new);
    }

    private ApplicationPage page(
            Application application, FamilyFile file, String iban, Accounts.@Nullable Wrong wrong) {
        List<Decisions.Decision> made = decisions.on(application.id());
        Answers.Answer answer =
                application.open() ? decisions.asked(application).orElse(null) : null;
        List<AwardLine> before = awards.of(application.subject().family()).stream()
                .filter(award -> !Objects.equals(award.application(), application.id())
                        && award.subject().topic().equals(application.subject().topic()))
                .map(award -> new AwardLine(award, awards.months(award.id())))
                .toList();
        AwardLine award = made.stream()
                .map(Decisions.Decision::award)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(awards::find)
                .map(found -> new AwardLine(found, awards.months(found.id())))
                .orElse(null);
        return new ApplicationPage(
                application,
                file,
                answer,
                answer != null && answer.outcome() == Outcome.GRANTED
                        ? answers.end(answer, application.subject()).orElse(null)
                        : null,
                made,
                award,
                before,
                desk.names(Desk.signers(made)),
                desk.decides(file.ref()),
                toAsk(application, answer),
                iban,
                wrong);
    }

    /// What is to be asked for: exactly the facts without which the law does not answer, and the account.
    private static List<String> toAsk(Application application, Answers.@Nullable Answer answer) {
        List<String> asked = new ArrayList<>();
        if (answer != null) {
            answer.entitlement().explanation().missing().forEach(fact -> asked.add(fact.code()));
        }
        if (application.iban() == null) {
            asked.add("account");
        }
        return List.copyOf(asked);
    }
}
