package kz.shanyraq.office.benefits.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyList.Key;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;
import org.jspecify.annotations.Nullable;

/// The families of a level of wellbeing.
///
/// @param level A to E, or missing
/// @param families how many the whole list has
/// @param later whether this is not the first page
/// @param next where the next page begins; null on the last
/// @param filtered the place to which the list is narrowed; null for the whole territory
public record LevelListPage(
        String level,
        List<Line> lines,
        long families,
        boolean later,
        @Nullable Key next,
        @Nullable Filtered filtered,
        Map<Integer, Place> places) {

    /// A family of the level.
    ///
    /// @param points of 100; null where a fact is missing
    /// @param before the level before it changed; null if there was none
    public record Line(
            Found.Family family,
            @Nullable Integer points,
            @Nullable String before) {}

    /// The codes of the places of some families.
    static List<Integer> codes(List<Line> lines) {
        return lines.stream().map(line -> line.family().kato()).collect(Collectors.toSet()).stream()
                .toList();
    }

    /// The title.
    public String title(Text t) {
        return t.say("benefits.levels.list", LevelsPage.name(level, t));
    }

    /// Where a family lives.
    public String place(Line line, Text t) {
        Place place = places.get(line.family.kato());
        return place == null
                ? Integer.toString(line.family.kato())
                : place.in(t.language().code());
    }
}
