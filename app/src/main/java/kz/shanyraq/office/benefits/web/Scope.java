package kz.shanyraq.office.benefits.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.TileMap;
import kz.shanyraq.office.registry.PlaceNames;

/// What of the country a page of counts shows, and to whom.
///
/// @param named whether the one who asks sees families by name; else counts are those that were published
/// @param region the region that was chosen; 0 for all
/// @param byRegion whether rows are regions; else districts
/// @param span what may be seen, if by name
/// @param choices regions to choose from; empty if there is nothing to choose
public record Scope(boolean named, int region, boolean byRegion, Span span, List<Integer> choices, PlaceNames places) {

    /// The regions to choose from, the whole first.
    public List<Option> options(Text t) {
        List<Option> options = new ArrayList<>();
        choices.forEach(kato -> options.add(new Option(Integer.toString(kato), name(kato, t))));
        options.sort(Comparator.comparing(Option::text, t.alphabetical()));
        options.addFirst(new Option("0", t.say("benefits.takeup.republic")));
        return options;
    }

    /// The name of a row.
    public String name(int kato, Text t) {
        return Filtered.name(kato, places, t);
    }

    /// The region whose districts are the rows; 0 where regions are, or districts of several.
    int oneRegion() {
        int of = region != 0 ? region : named && !span.regions() ? span.region() : 0;
        return byRegion ? 0 : of;
    }

    /// The districts of the rows as tiles of a map; empty where rows are regions.
    List<TileMap.Spot> spots(Text t) {
        int of = oneRegion();
        return of == 0 ? List.of() : places.spots(of, t);
    }

    /// What the whole is called: a region, the republic, or the own territory.
    public String whole(Text t) {
        if (region != 0 || !named || byRegion) {
            return name(region, t);
        }
        return t.say("benefits.takeup.territory");
    }

    /// The part of an address that keeps the region; begins with `&` or is empty.
    public String kept() {
        return choices.isEmpty() ? "" : "&region=" + region;
    }

    /// The part of the address of a list that narrows it to a row; empty for the row of all.
    String filter(int kato) {
        if (kato == 0) {
            return region == 0 ? "" : "?region=" + region;
        }
        return (byRegion ? "?region=" : "?district=") + kato;
    }
}
