package kz.shanyraq.office.benefits.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Officers;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Sweep;
import kz.shanyraq.office.benefits.Sweeps;
import kz.shanyraq.office.page.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The sweep that works, the last ones, and the buttons by which an operator starts and stops them.
@Controller
class SweepPages {

    private static final int MOST = 20;

    private final Sweeps sweeps;
    private final Officers officers;
    private final Access access;

    SweepPages(Sweeps sweeps, Officers officers, Access access) {
        this.sweeps = sweeps;
        this.officers = officers;
        this.access = access;
    }

    @GetMapping("/sweep")
    @Needs({Right.LOAD_DATA, Right.COUNT})
    String sweep(Model model) {
        List<Sweep> latest = sweeps.latest(MOST);
        model.addAttribute(
                "page",
                new SweepPage(
                        sweeps.open().orElse(null),
                        latest,
                        sweeps.works(),
                        sweeps.asked(),
                        access.may(Right.LOAD_DATA),
                        names(latest)));
        return "benefits/sweep";
    }

    /// Who started sweeps by hand, for those who keep the list of officers.
    private Map<UUID, String> names(List<Sweep> latest) {
        Map<UUID, String> names = new HashMap<>();
        if (access.may(Right.MANAGE_OFFICERS)) {
            latest.stream()
                    .map(Sweep::officer)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(id -> officers.one(id).ifPresent(officer -> names.put(id, officer.name())));
        }
        return names;
    }

    @PostMapping("/sweep/start")
    @Needs(Right.LOAD_DATA)
    String start(RedirectAttributes redirect) {
        access.require(Right.LOAD_DATA);
        Notice said = sweeps.start(officer())
                .map(refusal ->
                        Notice.failed("benefits.sweep.refused." + refusal.name().toLowerCase(java.util.Locale.ROOT)))
                .orElseGet(() -> Notice.done("benefits.sweep.started"));
        redirect.addFlashAttribute("flash", said);
        return "redirect:/sweep";
    }

    @PostMapping("/sweep/stop")
    @Needs(Right.LOAD_DATA)
    String stop(RedirectAttributes redirect) {
        access.require(Right.LOAD_DATA);
        sweeps.stop(officer());
        redirect.addFlashAttribute("flash", Notice.done("benefits.sweep.stopping"));
        return "redirect:/sweep";
    }

    private UUID officer() {
        return access.officer().orElseThrow(NotThere::new).id();
    }
}
