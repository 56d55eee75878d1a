package kz.shanyraq.office.benefits.web;

import java.util.List;
import kz.shanyraq.office.page.Chip;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Place;
import kz.shanyraq.office.registry.PlaceNames;
import org.jspecify.annotations.Nullable;

/// The place to which a list is narrowed by its address.
///
/// @param parameter the parameter of the address: region or district
/// @param kato its value
public record Filtered(String parameter, int kato, PlaceNames places) {

    /// The narrower of the two; null if there is none.
    static @Nullable Filtered of(int region, int district, PlaceNames places) {
        if (district != 0) {
            return new Filtered("district", district, places);
        }
        return region == 0 ? null : new Filtered("region", region, places);
    }

    /// The filter in words, with what takes it away.
    public List<Chip> chips(Text t) {
        return List.of(new Chip(parameter, t.say("benefits.list.place"), name(kato, places, t)));
    }

    /// The name of a region or district.
    static String name(int kato, PlaceNames places, Text t) {
        if (kato == 0) {
            return t.say("benefits.takeup.republic");
        }
        Place place = places.of(kato);
        Place.Names names = place.district() == null ? place.region() : place.district();
        return names == null ? Integer.toString(kato) : names.in(t.language().code());
    }
}
