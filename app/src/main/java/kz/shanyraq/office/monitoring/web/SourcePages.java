package kz.shanyraq.office.monitoring.web;

import java.util.List;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.registry.SourceWatch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The source monitor: which is late, since when, whom it hurts.
@Controller
class SourcePages {

    private final SourceWatch sources;
    private final Access access;

    SourcePages(SourceWatch sources, Access access) {
        this.sources = sources;
        this.access = access;
    }

    @GetMapping("/sources")
    @Needs(Right.SEE_SOURCES)
    String sources(Model model) {
        access.require(Right.SEE_SOURCES);
        model.addAttribute("page", new SourcesPage(sources.states()));
        return "monitoring/sources";
    }

    @GetMapping("/sources/{code:[a-z_]+}")
    @Needs(Right.SEE_SOURCES)
    String source(@PathVariable String code, Model model) {
        access.require(Right.SEE_SOURCES);
        SourceWatch.State state = sources.state(code).orElseThrow(NotThere::new);
        List<SourceWatch.Delivery> deliveries = sources.deliveries(code);
        List<SourceWatch.Reject> rejects = deliveries.stream()
                .filter(delivery -> delivery.rowsRejected() > 0)
                .findFirst()
                .filter(delivery -> access.may(Right.LOAD_DATA) || access.may(Right.CORRECT_FACT))
                .map(delivery -> sources.rejects(delivery.id()))
                .orElse(List.of());
        model.addAttribute("page", new SourcePage(state, deliveries, rejects));
        return "monitoring/source";
    }
}
