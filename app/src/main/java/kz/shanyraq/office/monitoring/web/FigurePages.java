package kz.shanyraq.office.monitoring.web;

import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.registry.Figures;
import kz.shanyraq.office.registry.Figures.Measure;
import kz.shanyraq.office.registry.PlaceNames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Figures without names.
@Controller
class FigurePages {

    private final Figures figures;
    private final PlaceNames places;
    private final Access access;

    FigurePages(Figures figures, PlaceNames places, Access access) {
        this.figures = figures;
        this.places = places;
        this.access = access;
    }

    @GetMapping("/figures")
    @Needs(Right.COUNT)
    String figures(
            @RequestParam(defaultValue = "0") int region,
            @RequestParam(defaultValue = "families") String measure,
            Model model) {
        access.require(Right.COUNT);
        Measure wanted = measure.equals("persons") ? Measure.PERSONS : Measure.FAMILIES;
        int place = region >= 100_000_000 && region <= 999_999_999 && region % 10_000_000 == 0 ? region : 0;
        model.addAttribute("page", new FiguresPage(wanted, place, figures.table(wanted, place), places));
        return "monitoring/figures";
    }
}
