package kz.shanyraq.office.registry.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.Territory;
import kz.shanyraq.office.registry.FamilyList;
import kz.shanyraq.office.registry.FamilyList.Filter;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;
import kz.shanyraq.office.registry.PlaceNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The families of an officer's territory.
@Controller
class FamilyListPages {

    static final List<String> KINDS =
            List.of("all", "children", "many_children", "elderly", "question", "disagreement");

    private final FamilyList families;
    private final Access access;
    private final PlaceNames places;
    private final TransactionOperations reading;

    FamilyListPages(FamilyList families, Access access, PlaceNames places, ReadingTransactions reading) {
        this.families = families;
        this.access = access;
        this.places = places;
        this.reading = reading;
    }

    @GetMapping("/families")
    @Needs(Right.LIST)
    String families(
            @RequestParam(required = false) @Nullable Integer place,
            @RequestParam(defaultValue = "all") String kind,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        access.require(Right.LIST);
        Acting.Officer officer = access.officer().orElseThrow(NotThere::new);
        Territory mine = officer.post().territory();
        Territory shown = place == null || !isCode(place) ? mine : new Territory(place);
        var filter = new Filter(
                Math.max(mine.lo(), shown.lo()), Math.min(mine.hi(), shown.hi()), KINDS.contains(kind) ? kind : "all");
        FamilyListPage page = Reading.in(reading, () -> {
            FamilyList.Rows rows = families.page(filter, FamilyList.Key.parse(after));
            return new FamilyListPage(
                    rows,
                    families.count(filter),
                    filter.kind(),
                    place == null || !isCode(place) ? null : place,
                    after != null,
                    choices(mine),
                    placesOf(rows),
                    access.may(Right.ENTER_FAMILY));
        });
        access.looked(
                Look.list(page.rows().families().stream().map(Found.Family::ref).toList(), "families"));
        model.addAttribute("page", page);
        return "registry/list";
    }

    private static boolean isCode(int code) {
        return code >= 100_000_000 && code <= 999_999_999;
    }

    private List<Place> choices(Territory mine) {
        if (mine.kato() == 0) {
            return places.within(0);
        }
        return mine.kato() % 10_000_000 == 0 ? places.within(mine.kato()) : List.of();
    }

    private Map<Integer, Place> placesOf(FamilyList.Rows rows) {
        return places.of(rows.families().stream().map(Found.Family::kato).collect(Collectors.toSet()));
    }
}
