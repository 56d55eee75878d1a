package kz.shanyraq.office.registry.web;

import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.DuplicateCase;
import kz.shanyraq.office.registry.DuplicateCases;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.PlaceNames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Two persons who may be one: side by side, decided by an officer, and undone if need be.
@Controller
class DuplicatePages {

    private static final int MOST = 100;
    private static final int MOST_WORDS = 1000;

    private final DuplicateCases cases;
    private final Access access;
    private final PlaceNames places;

    DuplicatePages(DuplicateCases cases, Access access, PlaceNames places) {
        this.cases = cases;
        this.access = access;
        this.places = places;
    }

    @GetMapping("/duplicates")
    @Needs(Right.RESOLVE_DUPLICATES)
    String duplicates(Model model) {
        access.require(Right.RESOLVE_DUPLICATES);
        List<DuplicateCase> waiting = cases.waiting(MOST);
        access.looked(waiting.stream()
                .flatMap(pair -> looks(pair, Action.LIST).stream())
                .toList());
        model.addAttribute("page", new DuplicatesPage(waiting, places));
        return "registry/duplicates";
    }

    @GetMapping("/duplicates/{id:\\d+}")
    @Needs(Right.RESOLVE_DUPLICATES)
    String duplicate(@PathVariable long id, Model model) {
        access.require(Right.RESOLVE_DUPLICATES);
        DuplicateCase pair = cases.pair(id).orElseThrow(NotThere::new);
        access.looked(looks(pair, Action.LOOK));
        model.addAttribute("page", new DuplicatePage(pair, places));
        return "registry/duplicate";
    }

    private static List<Look> looks(DuplicateCase pair, Action action) {
        var looks = new ArrayList<Look>();
        for (DuplicateCase.Side side : List.of(pair.one(), pair.other())) {
            Long family = side.family();
            if (family != null) {
                looks.add(Look.did(
                        action,
                        new FamilyRef(family, new FamilyId(family).number(), side.kato(), false),
                        side.person(),
                        "duplicate"));
            }
        }
        return looks;
    }

    @PostMapping("/duplicates/{id:\\d+}")
    @Needs(Right.RESOLVE_DUPLICATES)
    String decide(
            @PathVariable long id,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        access.require(Right.RESOLVE_DUPLICATES);
        DuplicateCase pair = cases.pair(id).orElseThrow(NotThere::new);
        if (note.isBlank() || note.length() > MOST_WORDS) {
            redirect.addFlashAttribute("flash", Notice.failed("intake.duplicate.note.needed"));
            return "redirect:/duplicates/" + id;
        }
        access.looked(looks(pair, Action.MERGE));
        var officer = access.officer().orElseThrow().id();
        boolean done = decision.equals("undo")
                ? cases.undo(id, note.strip(), officer)
                : cases.decide(id, decision.equals("same"), note.strip(), officer);
        redirect.addFlashAttribute(
                "flash",
                done ? Notice.done("intake.duplicate.decided") : Notice.failed("intake.duplicate.decided.before"));
        return decision.equals("undo") ? "redirect:/duplicates/" + id : "redirect:/duplicates";
    }
}
