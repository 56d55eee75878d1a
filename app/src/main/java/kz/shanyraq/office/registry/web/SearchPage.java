package kz.shanyraq.office.registry.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Asked;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;
import org.jspecify.annotations.Nullable;

/// Results of a search.
///
/// @param query what was typed
/// @param mayEnter whether a family may be entered from here
/// @param mayAsk whether a reason may be given for a family elsewhere
public record SearchPage(String query, Found found, Map<Integer, Place> places, boolean mayEnter, boolean mayAsk) {

    /// What is wrong with what was typed, if something is.
    public @Nullable String problem(Text t) {
        return switch (found.asked()) {
            case Asked.WrongIin wrong ->
                wrong.digits() == 12
                        ? t.say("registry.search.iin.check")
                        : t.say("registry.search.iin.length", wrong.digits());
            case Asked.WrongFamily wrong -> t.say("registry.search.family.check", wrong.number());
            case Asked.Nothing nothing -> query.isEmpty() ? null : t.say("registry.search.short");
            case Asked.ByIin any -> null;
            case Asked.ByPhone any -> null;
            case Asked.ByFamily any -> null;
            case Asked.ByWords any -> null;
        };
    }

    /// The name of a place.
    public String place(int kato, Text t) {
        Place place = places.get(kato);
        return place == null ? Integer.toString(kato) : place.in(t.language().code());
    }

    /// Birth date and age.
    public String born(@Nullable LocalDate day, Text t) {
        if (day == null) {
            return t.say("page.fact.unknown");
        }
        return t.date(day) + ", " + t.years(Period.between(day, t.today()).getYears());
    }

    /// A relation in words.
    public String relation(@Nullable String code, Text t) {
        return code == null ? "" : t.say("registry.relation." + code);
    }
}
