package kz.shanyraq.office.registry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.registry.Finder;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;
import kz.shanyraq.office.registry.PlaceNames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Search in one field.
@Controller
class SearchPages {

    private final Finder finder;
    private final Access access;
    private final PlaceNames places;

    SearchPages(Finder finder, Access access, PlaceNames places) {
        this.finder = finder;
        this.access = access;
        this.places = places;
    }

    @GetMapping("/search")
    @Needs(Right.SEARCH)
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        access.require(Right.SEARCH);
        Found found = finder.find(q.length() > 200 ? q.substring(0, 200) : q);
        access.looked(looks(found));
        model.addAttribute(
                "page",
                new SearchPage(
                        q.strip(),
                        found,
                        placesOf(found),
                        access.may(Right.ENTER_FAMILY),
                        access.may(Right.ASK_PERMIT)));
        return "registry/search";
    }

    private static List<Look> looks(Found found) {
        List<Look> looks = new ArrayList<>();
        for (Found.Person person : found.persons()) {
            FamilyRef family = person.family() == null
                    ? null
                    : new FamilyRef(person.family().value(), person.family().number(), person.kato(), false);
            looks.add(Look.did(Action.SEARCH, family, person.id().value(), "search"));
        }
        if (found.persons().isEmpty()) {
            for (Found.Family family : found.families()) {
                looks.add(Look.did(Action.SEARCH, family.ref(), null, "search"));
            }
        }
        return looks.isEmpty() ? List.of(Look.did(Action.SEARCH, "search")) : looks;
    }

    private Map<Integer, Place> placesOf(Found found) {
        return places.of(Stream.concat(
                        found.persons().stream().map(Found.Person::kato),
                        found.families().stream().map(Found.Family::kato))
                .collect(Collectors.toSet()));
    }
}
