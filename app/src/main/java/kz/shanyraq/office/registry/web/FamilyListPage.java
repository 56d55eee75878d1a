package kz.shanyraq.office.registry.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.page.Chip;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyList;
import kz.shanyraq.office.registry.Place;
import org.jspecify.annotations.Nullable;

/// The families of a territory, narrowed by what the address says.
///
/// @param count how many there are, up to [FamilyList#MOST_COUNTED]
/// @param place the chosen place; null for the whole territory
/// @param later whether this is not the first page
/// @param choices places to choose from
public record FamilyListPage(
        FamilyList.Rows rows,
        long count,
        String kind,
        @Nullable Integer place,
        boolean later,
        List<Place> choices,
        Map<Integer, Place> places,
        boolean mayEnter) {

    /// The number of families, or that there are more than are counted.
    public String counted(Text t) {
        return count >= FamilyList.MOST_COUNTED
                ? t.say("registry.list.many", t.number(FamilyList.MOST_COUNTED))
                : t.say("registry.list.count", count);
    }

    /// The kinds to choose from.
    public List<Option> kinds(Text t) {
        return FamilyListPages.KINDS.stream()
                .map(kind -> new Option(kind, t.say("registry.list.kind." + kind)))
                .toList();
    }

    /// The places to choose from, in the order of the alphabet.
    public List<Option> places(Text t) {
        return choices.stream()
                .map(choice -> new Option(Integer.toString(choice.kato()), name(choice, t)))
                .sorted(Comparator.comparing(Option::text, t.alphabetical()))
                .toList();
    }

    private static String name(Place choice, Text t) {
        Place.Names names = choice.district() == null ? choice.region() : choice.district();
        return names == null
                ? Integer.toString(choice.kato())
                : names.in(t.language().code());
    }

    /// The filters that are on.
    public List<Chip> chips(Text t) {
        List<Chip> chips = new ArrayList<>();
        if (place != null) {
            chips.add(new Chip(
                    "place",
                    t.say("registry.place"),
                    choices.stream()
                            .filter(choice -> choice.kato() == place)
                            .findFirst()
                            .map(choice -> name(choice, t))
                            .orElse(place.toString())));
        }
        if (!kind.equals("all")) {
            chips.add(new Chip("kind", t.say("registry.list.kind"), t.say("registry.list.kind." + kind)));
        }
        return chips;
    }
}
