package kz.shanyraq.office.monitoring.web;

import java.util.List;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.registry.Figures;
import kz.shanyraq.office.registry.Figures.Measure;
import kz.shanyraq.office.registry.SourceWatch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page, by what the one who looks may do.
@Controller
class HomePages {

    private final SourceWatch sources;
    private final Figures figures;
    private final Access access;

    HomePages(SourceWatch sources, Figures figures, Access access) {
        this.sources = sources;
        this.figures = figures;
        this.access = access;
    }

    @GetMapping("/")
    @Needs(Right.SEE_HOME)
    String home(Model model) {
        access.require(Right.SEE_HOME);
        boolean names = access.may(Right.SEE_FAMILY);
        model.addAttribute(
                "page",
                new HomePage(
                        access.officer().map(officer -> officer.name()).orElse(""),
                        names ? sources.waiting() : null,
                        access.may(Right.SEE_SOURCES)
                                ? sources.states().stream()
                                        .filter(state -> state.source().late())
                                        .limit(HomePage.MOST_LATE)
                                        .toList()
                                : List.of(),
                        access.may(Right.COUNT) ? figures.table(Measure.FAMILIES, 0) : null,
                        access.may(Right.SEE_OWN),
                        access.may(Right.SEARCH),
                        access.may(Right.CORRECT_FACT),
                        access.may(Right.RESOLVE_DUPLICATES),
                        access.may(Right.LOAD_DATA),
                        access.may(Right.READ_LOG)));
        return "monitoring/home";
    }
}
