package kz.shanyraq.office.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Accounts;
import kz.shanyraq.office.benefits.Applications;
import kz.shanyraq.office.benefits.Awards;
import kz.shanyraq.office.benefits.Awards.Award;
import kz.shanyraq.office.benefits.Decisions;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.FamilyFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// An award: what it gives in which month, and what an officer can do about it. Nothing here takes a sum:
/// another sum comes from other facts, and an end from a decision by two persons.
@Controller
class AwardPages {

    /// What needs a reason.
    private static final List<String> REASONED = List.of("hold", "terminate", "recalculate");

    private final Awards awards;
    private final Decisions decisions;
    private final Applications applications;
    private final Access access;
    private final Desk desk;

    AwardPages(Awards awards, Decisions decisions, Applications applications, Access access, Desk desk) {
        this.awards = awards;
        this.decisions = decisions;
        this.applications = applications;
        this.access = access;
        this.desk = desk;
    }

    /// What was typed.
    ///
    /// @param act what is to be done: account, hold, release, terminate or recalculate
    /// @param from the month from which it ends, `2026-12`
    record Typed(String act, String iban, String from, String reason, String document) {
        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    @GetMapping("/awards/{id:\\d{1,18}}")
    @Needs({Right.DECIDE_BENEFITS, Right.APPROVE_DECISIONS})
    String one(@PathVariable long id, Model model) {
        Award award = awards.find(id).orElseThrow(NotThere::new);
        FamilyFile file = desk.family(award.subject().family());
        access.looked(Look.at(file.ref(), "award"));
        model.addAttribute("page", page(award, file, Typed.NOTHING, List.of(), null));
        return "benefits/award";
    }

    @PostMapping("/awards/{id:\\d{1,18}}")
    @Needs(Right.DECIDE_BENEFITS)
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String iban,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String document,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        Award award = awards.find(id).orElseThrow(NotThere::new);
        FamilyFile file = desk.family(award.subject().family());
        desk.requireDeciding(file.ref());
        var typed = new Typed(act, iban, from, reason, document);
        List<String> wrong = new ArrayList<>();
        String tidy = Accounts.tidy(iban);
        Accounts.Wrong account = act.equals("account") ? Accounts.wrong(tidy) : null;
        if (account != null) {
            wrong.add("iban");
        }
        YearMonth month = Desk.month(from).orElse(null);
        if (act.equals("terminate") && (month == null || !within(month, id))) {
            wrong.add("from");
        }
        if (REASONED.contains(act) && !Desk.enough(reason)) {
            wrong.add("reason");
        }
        if (document.length() > Desk.MOST_WORDS) {
            wrong.add("document");
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            access.looked(Look.at(file.ref(), "award"));
            model.addAttribute("page", page(award, file, typed, List.copyOf(wrong), account));
            return "benefits/award";
        }
        String paper = document.isBlank() ? null : document.strip();
        UUID officer = desk.officer().id();
        switch (act) {
            case "account" -> {
                access.looked(Look.did(Action.CHANGE, file.ref(), award.payee(), "award account"));
                told(redirect, awards.account(id, tidy), "desk.account.done");
            }
            case "hold" -> {
                access.looked(Look.did(Action.CHANGE, file.ref(), null, "award hold"));
                told(redirect, awards.hold(id, Awards.Held.SUSPENDED, reason.strip()), "desk.hold.done");
            }
            case "release" -> {
                access.looked(Look.did(Action.CHANGE, file.ref(), null, "award release"));
                told(redirect, awards.release(id), "desk.release.done");
            }
            case "terminate" -> {
                access.looked(Look.did(Action.CHANGE, file.ref(), null, "award terminate"));
                long decision = decisions.terminate(id, Objects.requireNonNull(month), reason.strip(), paper, officer);
                redirect.addFlashAttribute("flash", Notice.done("desk.decision.proposed"));
                return "redirect:/decisions/" + decision;
            }
            case "recalculate" -> {
                access.looked(Look.did(Action.CHANGE, file.ref(), null, "award recalculate"));
                List<Long> proposed = decisions.recalculate(id, reason.strip(), paper, officer);
                redirect.addFlashAttribute(
                        "flash",
                        proposed.isEmpty()
                                ? Notice.info("desk.recalculate.none")
                                : Notice.done("desk.recalculate.done", proposed.size()));
            }
            default -> redirect.addFlashAttribute("flash", Notice.failed("desk.unknown"));
        }
        return "redirect:/awards/" + id;
    }

    private static void told(RedirectAttributes redirect, boolean done, String yes) {
        redirect.addFlashAttribute("flash", done ? Notice.done(yes) : Notice.failed("desk.unknown"));
    }

    /// Whether an award gives something in a month.
    private boolean within(YearMonth month, long award) {
        return awards.months(award).stream().anyMatch(each -> each.has(month));
    }

    private AwardPage page(
            Award award, FamilyFile file, Typed typed, List<String> wrong, Accounts.@Nullable Wrong account) {
        List<Decisions.Decision> made = decisions.of(award.subject().family()).stream()
                .filter(decision -> Objects.equals(decision.award(), award.id()))
                .toList();
        return new AwardPage(
                new AwardLine(award, awards.months(award.id())),
                file,
                made,
                awards.differing(award),
                YearMonth.from(applications.month()),
                desk.names(Desk.signers(made)),
                desk.decides(file.ref()),
                typed.act,
                typed.iban,
                typed.from,
                typed.reason,
                typed.document,
                wrong,
                account);
    }
}
