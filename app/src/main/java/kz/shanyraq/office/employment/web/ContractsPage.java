package kz.shanyraq.office.employment.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.employment.Contracts.Row;
import kz.shanyraq.office.employment.Contracts.Show;
import kz.shanyraq.office.page.Tab;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;
import org.jspecify.annotations.Nullable;

/// The social contracts of a territory, by what is to be done about them.
///
/// @param counts of each kind
/// @param named the families that may be seen, by their numbers
/// @param later whether this is not the first page
/// @param next where the next page begins; null on the last
public record ContractsPage(
        Show show,
        Map<Show, Long> counts,
        List<Row> rows,
        Map<Long, Found.Family> named,
        Map<Integer, Place> places,
        boolean later,
        @Nullable String next) {

    /// The kinds, each with its number.
    public List<Tab> tabs(Text t) {
        return Arrays.stream(Show.values())
                .map(each -> new Tab(
                        t.say("employment.show." + each.code()),
                        "/contracts?show=" + each.code(),
                        each == show,
                        counts.getOrDefault(each, 0L)))
                .toList();
    }

    /// The name of a family.
    public String name(Row row) {
        Found.Family family = named.get(row.family());
        return family == null ? "" : family.head().isEmpty() ? family.id().number() : family.head();
    }

    /// Where its career centre is.
    public String place(Row row, Text t) {
        Place place = places.get(row.kato());
        return place == null
                ? Integer.toString(row.kato())
                : place.in(t.language().code());
    }
}
