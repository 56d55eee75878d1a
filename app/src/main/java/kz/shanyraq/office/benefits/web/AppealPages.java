package kz.shanyraq.office.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Appeals;
import kz.shanyraq.office.benefits.Appeals.Appeal;
import kz.shanyraq.office.benefits.Decisions;
import kz.shanyraq.office.benefits.Decisions.Decision;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.ShownFamilies;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Appeals against decisions: an officer writes one down, somebody who took no part in the decision answers it,
/// and what was wrong is put right.
@Controller
class AppealPages {

    private static final int MOST = 100;
    private static final int GROWN = 18;
    private static final int MOST_WORDS = 4000;

    private final Appeals appeals;
    private final Decisions decisions;
    private final ShownFamilies families;
    private final Access access;
    private final Desk desk;

    AppealPages(Appeals appeals, Decisions decisions, ShownFamilies families, Access access, Desk desk) {
        this.appeals = appeals;
        this.decisions = decisions;
        this.families = families;
        this.access = access;
        this.desk = desk;
    }

    @GetMapping("/appeals")
    @Needs({Right.DECIDE_BENEFITS, Right.APPROVE_DECISIONS})
    String list(Model model) {
        access.require(Right.SEE_INCOME);
        Span span = desk.span();
        List<Appeal> open = appeals.open(span.lo(), span.hi(), MOST);
        List<Appeal> correct = appeals.toCorrect(span.lo(), span.hi(), MOST);
        Map<Long, Found.Family> named = families.of(
                Stream.concat(open.stream(), correct.stream())
                        .map(Appeal::family)
                        .distinct()
                        .toList(),
                "appeals");
        model.addAttribute("page", new AppealsPage(lines(open, named), lines(correct, named)));
        return "benefits/appeals";
    }

    private List<AppealsPage.Line> lines(List<Appeal> appeals, Map<Long, Found.Family> named) {
        List<AppealsPage.Line> lines = new ArrayList<>();
        for (Appeal appeal : appeals) {
            Found.Family family = named.get(appeal.family());
            Decision decision =
                    family == null ? null : decisions.find(appeal.decision()).orElse(null);
            if (family != null && decision != null) {
                lines.add(new AppealsPage.Line(appeal, family, decision));
            }
        }
        return List.copyOf(lines);
    }

    @GetMapping("/decisions/{id:\\d{1,18}}/appeals/new")
    @Needs(Right.DECIDE_BENEFITS)
    String form(@PathVariable long id, Model model) {
        Decision decision = inForce(id);
        FamilyFile file = desk.family(decision.subject().family());
        desk.requireDeciding(file.ref());
        access.looked(Look.at(file.ref(), "appeal new"));
        model.addAttribute("page", new NewAppealPage(decision, file, grown(file), "", "", "", List.of()));
        return "benefits/appeal-new";
    }

    @PostMapping("/decisions/{id:\\d{1,18}}/appeals/new")
    @Needs(Right.DECIDE_BENEFITS)
    String take(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String condition,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String person,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        Decision decision = inForce(id);
        FamilyFile file = desk.family(decision.subject().family());
        desk.requireDeciding(file.ref());
        List<String> wrong = new ArrayList<>();
        if (NewAppealPage.disputable(decision).stream()
                .noneMatch(step -> step.name().equals(condition))) {
            wrong.add("condition");
        }
        if (words.strip().length() < Desk.LEAST_WORDS || words.strip().length() > MOST_WORDS) {
            wrong.add("words");
        }
        Member who = grown(file).stream()
                .filter(member -> Long.toString(member.id().value()).equals(person))
                .findFirst()
                .orElse(null);
        if (who == null) {
            wrong.add("person");
        }
        if (who == null || !wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            access.looked(Look.at(file.ref(), "appeal new"));
            model.addAttribute(
                    "page",
                    new NewAppealPage(decision, file, grown(file), condition, words, person, List.copyOf(wrong)));
            return "benefits/appeal-new";
        }
        access.looked(Look.did(Action.CHANGE, file.ref(), who.id().value(), "appeal"));
        try {
            long appeal = appeals.make(
                    id,
                    condition,
                    words.strip(),
                    who.id().value(),
                    desk.officer().id());
            redirect.addFlashAttribute("flash", Notice.done("desk.appeal.taken"));
            return "redirect:/appeals/" + appeal;
        } catch (DuplicateKeyException same) {
            redirect.addFlashAttribute("flash", Notice.info("desk.appeal.same"));
            return "redirect:/decisions/" + id;
        }
    }

    private Decision inForce(long id) {
        return decisions
                .find(id)
                .filter(decision -> decision.state().equals("in_force"))
                .orElseThrow(NotThere::new);
    }

    private static List<Member> grown(FamilyFile file) {
        return file.members().stream()
                .filter(member -> {
                    Integer age = member.age(file.asOf().on());
                    return age != null && age >= GROWN;
                })
                .toList();
    }

    @GetMapping("/appeals/{id:\\d{1,18}}")
    @Needs({Right.DECIDE_BENEFITS, Right.APPROVE_DECISIONS})
    String one(@PathVariable long id, Model model) {
        Appeal appeal = appeals.find(id).orElseThrow(NotThere::new);
        FamilyFile file = desk.family(appeal.family());
        access.looked(Look.at(file.ref(), "appeal"));
        model.addAttribute("page", page(appeal, file, "", "", List.of(), false));
        return "benefits/appeal";
    }

    @PostMapping("/appeals/{id:\\d{1,18}}")
    @Needs({Right.DECIDE_BENEFITS, Right.APPROVE_DECISIONS})
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String document,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        Appeal appeal = appeals.find(id).orElseThrow(NotThere::new);
        FamilyFile file = desk.family(appeal.family());
        UUID officer = desk.officer().id();
        switch (act) {
            case "answer" -> {
                desk.requireApproving(file.ref());
                Decision decision = decisions.find(appeal.decision()).orElseThrow(NotThere::new);
                if (officer.equals(decision.proposedBy()) || officer.equals(decision.approvedBy())) {
                    redirect.addFlashAttribute("flash", Notice.failed("desk.appeal.took_part"));
                    return "redirect:/appeals/" + id;
                }
                List<String> wrong = new ArrayList<>();
                if (!outcome.equals("upheld") && !outcome.equals("rejected")) {
                    wrong.add("outcome");
                }
                if (!Desk.enough(reason)) {
                    wrong.add("reason");
                }
                if (!wrong.isEmpty()) {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    access.looked(Look.at(file.ref(), "appeal"));
                    model.addAttribute("page", page(appeal, file, outcome, reason, List.copyOf(wrong), false));
                    return "benefits/appeal";
                }
                access.looked(Look.did(Action.CHANGE, file.ref(), null, "appeal answer"));
                boolean done = appeals.answer(id, outcome.equals("upheld"), reason.strip(), officer);
                redirect.addFlashAttribute(
                        "flash", done ? Notice.done("desk.appeal.answered") : Notice.failed("desk.appeal.moved"));
            }
            case "correct" -> {
                desk.requireDeciding(file.ref());
                access.looked(Look.did(Action.CHANGE, file.ref(), null, "appeal correct"));
                String paper = document.isBlank() ? null : document.strip();
                try {
                    long decision = appeals.correct(id, paper, officer);
                    redirect.addFlashAttribute("flash", Notice.done("desk.decision.proposed"));
                    return "redirect:/decisions/" + decision;
                } catch (Decisions.Undecided undecided) {
                    redirect.addFlashAttribute("flash", Notice.wait("desk.application.undecided"));
                } catch (IllegalStateException same) {
                    response.setStatus(HttpStatus.CONFLICT.value());
                    model.addAttribute(
                            "page", page(appeals.find(id).orElseThrow(NotThere::new), file, "", "", List.of(), true));
                    return "benefits/appeal";
                }
            }
            case "withdraw" -> {
                desk.requireDeciding(file.ref());
                access.looked(Look.did(Action.CHANGE, file.ref(), null, "appeal withdrawn"));
                redirect.addFlashAttribute(
                        "flash",
                        appeals.withdraw(id)
                                ? Notice.done("desk.appeal.withdrawn")
                                : Notice.failed("desk.appeal.moved"));
            }
            default -> redirect.addFlashAttribute("flash", Notice.failed("desk.unknown"));
        }
        return "redirect:/appeals/" + id;
    }

    private AppealPage page(
            Appeal appeal, FamilyFile file, String outcome, String reason, List<String> wrong, boolean same) {
        Decision decision = decisions.find(appeal.decision()).orElseThrow(NotThere::new);
        List<UUID> signers = Desk.signers(List.of(decision));
        Desk.add(signers, appeal.answeredBy());
        return new AppealPage(
                appeal,
                decision,
                file,
                desk.names(signers),
                desk.officer().id(),
                desk.decides(file.ref()),
                desk.approves(file.ref()),
                outcome,
                reason,
                wrong,
                same);
    }
}
