package kz.shanyraq.office.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Answers;
import kz.shanyraq.office.benefits.Appeals;
import kz.shanyraq.office.benefits.Awards;
import kz.shanyraq.office.benefits.Decisions;
import kz.shanyraq.office.benefits.Decisions.Decision;
import kz.shanyraq.office.benefits.Letters;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.ShownFamilies;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Decisions: what waits for a second person, and each with what it stands on. The second person approves what
/// the law says, or returns it with a reason; a sum nobody can type.
@Controller
class DecisionPages {

    private static final int MOST = 100;

    private final Decisions decisions;
    private final Answers answers;
    private final Awards awards;
    private final Appeals appeals;
    private final Letters letters;
    private final ShownFamilies families;
    private final PlaceNames places;
    private final Access access;
    private final Desk desk;

    DecisionPages(
            Decisions decisions,
            Answers answers,
            Awards awards,
            Appeals appeals,
            Letters letters,
            ShownFamilies families,
            PlaceNames places,
            Access access,
            Desk desk) {
        this.decisions = decisions;
        this.answers = answers;
        this.awards = awards;
        this.appeals = appeals;
        this.letters = letters;
        this.families = families;
        this.places = places;
        this.access = access;
        this.desk = desk;
    }

    @GetMapping("/decisions")
    @Needs({Right.DECIDE_BENEFITS, Right.APPROVE_DECISIONS})
    String list(Model model) {
        access.require(Right.SEE_INCOME);
        Span span = desk.span();
        List<Decision> waiting = decisions.waiting(span.lo(), span.hi(), MOST);
        Map<Long, Found.Family> named = families.of(
                waiting.stream().map(each -> each.subject().family()).distinct().toList(), "decisions");
        List<DecisionsPage.Line> lines = new ArrayList<>();
        for (Decision decision : waiting) {
            Found.Family family = named.get(decision.subject().family());
            if (family != null) {
                lines.add(new DecisionsPage.Line(decision, family));
            }
        }
        model.addAttribute(
                "page",
                new DecisionsPage(
                        List.copyOf(lines),
                        waiting.size() == MOST,
                        desk.names(Desk.signers(waiting)),
                        desk.officer().id(),
                        places.of(
                                lines.stream().map(line -> line.family().kato()).collect(Collectors.toSet()))));
        return "benefits/decisions";
    }

    @GetMapping("/decisions/{id:\\d{1,18}}")
    @Needs({Right.DECIDE_BENEFITS, Right.APPROVE_DECISIONS})
    String one(@PathVariable long id, @RequestParam(defaultValue = "false") boolean replay, Model model) {
        Decision decision = found(id);
        FamilyFile file = desk.family(decision.subject().family());
        access.looked(Look.at(file.ref(), replay ? "decision replay" : "decision"));
        model.addAttribute("page", page(decision, file, replay, List.of(), "", false));
        return "benefits/decision";
    }

    @PostMapping("/decisions/{id:\\d{1,18}}")
    @Needs(Right.APPROVE_DECISIONS)
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        Decision decision = found(id);
        FamilyFile file = desk.family(decision.subject().family());
        desk.requireApproving(file.ref());
        UUID officer = desk.officer().id();
        try {
            switch (act) {
                case "approve" -> {
                    if (officer.equals(decision.proposedBy())) {
                        redirect.addFlashAttribute("flash", Notice.failed("desk.decision.own"));
                    } else {
                        access.looked(Look.did(Action.CHANGE, file.ref(), null, "decision approve"));
                        decisions.approve(id, officer);
                        redirect.addFlashAttribute("flash", Notice.done("desk.decision.approved"));
                    }
                }
                case "return" -> {
                    if (!Desk.enough(reason)) {
                        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                        access.looked(Look.at(file.ref(), "decision"));
                        model.addAttribute("page", page(decision, file, false, List.of(), reason, true));
                        return "benefits/decision";
                    }
                    access.looked(Look.did(Action.CHANGE, file.ref(), null, "decision return"));
                    decisions.returnIt(id, reason.strip());
                    redirect.addFlashAttribute("flash", Notice.done("desk.decision.returned"));
                }
                default -> redirect.addFlashAttribute("flash", Notice.failed("desk.unknown"));
            }
        } catch (Decisions.Changed changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("page", page(decision, file, false, changed.differences(), "", false));
            return "benefits/decision";
        } catch (IllegalStateException moved) {
            redirect.addFlashAttribute("flash", Notice.failed("desk.decision.moved"));
        }
        return "redirect:/decisions/" + id;
    }

    private Decision found(long id) {
        return decisions.find(id).orElseThrow(NotThere::new);
    }

    private DecisionPage page(
            Decision decision,
            FamilyFile file,
            boolean replay,
            List<Decisions.Difference> changed,
            String typed,
            boolean wrong) {
        Answers.Answer answer = answers.of(
                        decision.subject(), YearMonth.from(decision.month()), decision.factsOn(), decision.known())
                .orElse(null);
        AwardLine award = decision.award() == null
                ? null
                : awards.find(decision.award())
                        .map(found -> new AwardLine(found, awards.months(found.id())))
                        .orElse(null);
        List<UUID> officers = Desk.signers(List.of(decision));
        if (answer != null) {
            answer.file().tellings().forEach(row -> Desk.add(officers, row.by()));
        }
        return new DecisionPage(
                decision,
                file,
                answer,
                award,
                replay ? decisions.replay(decision.id()) : null,
                changed,
                appealsOf(decision),
                letters.of(decision.subject().family()).stream()
                        .filter(letter -> letter.decision() == decision.id() && !letter.superseded())
                        .toList(),
                desk.names(officers),
                desk.officer().id(),
                desk.decides(file.ref()),
                desk.approves(file.ref()),
                typed,
                wrong);
    }

    private List<Appeals.Appeal> appealsOf(Decision decision) {
        return appeals.of(decision.subject().family()).stream()
                .filter(appeal ->
                        appeal.decision() == decision.id() || Objects.equals(appeal.correctedBy(), decision.id()))
                .toList();
    }
}
