package kz.shanyraq.office.benefits.web;

import java.util.List;
import java.util.Map;
import kz.shanyraq.office.benefits.Findings.Figure;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyList.Key;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;
import org.jspecify.annotations.Nullable;

/// The families behind a figure.
///
/// @param figure the figure itself
/// @param later whether this is not the first page
/// @param next where the next page begins; null on the last
/// @param map where the families are; null within a district
/// @param filtered the place to which the list is narrowed; null for the whole territory
public record FindingListPage(
        Topic topic,
        State state,
        List<Line> lines,
        Figure figure,
        boolean later,
        @Nullable Key next,
        @Nullable Filtered filtered,
        @Nullable FindingMap map,
        Map<Integer, Place> places) {

    /// A family and what was found of it.
    public record Line(Found.Family family, long monthly, long once, int findings) {

        /// What is due, in words; null where nothing is.
        public @Nullable String sum(Text t) {
            return RightsView.sum(monthly, once, t);
        }
    }

    /// The title: what it is about, and how it stands.
    public String title(Text t) {
        return TopicWords.name(topic, t) + ": " + t.say("benefits.column." + state.code());
    }

    /// Where a family lives.
    public String place(Line line, Text t) {
        Place place = places.get(line.family.kato());
        return place == null
                ? Integer.toString(line.family.kato())
                : place.in(t.language().code());
    }
}
