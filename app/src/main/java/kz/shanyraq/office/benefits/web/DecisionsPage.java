package kz.shanyraq.office.benefits.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.shanyraq.office.benefits.Decisions.Decision;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;

/// What waits for a second person: first what a person changed by hand, then the largest sums.
///
/// @param more whether there are more than are shown
/// @param names of those who proposed
/// @param me who looks
public record DecisionsPage(
        List<Line> lines, boolean more, Map<UUID, String> names, UUID me, Map<Integer, Place> places) {

    /// A decision and its family.
    public record Line(Decision decision, Found.Family family) {

        /// The benefit.
        public String benefit(Text t) {
            return TopicWords.name(decision.subject().topic(), t);
        }

        /// Who is asked for: the head of the family, or its number.
        public String name() {
            return family.head().isEmpty() ? family.id().number() : family.head();
        }

        /// The sum; a dash where there is none.
        public String sum(Text t) {
            String sum = RightsView.sum(decision.monthly(), decision.once(), t);
            return sum == null ? "–" : sum;
        }

        /// Whether a person changed something by hand.
        public boolean byHand() {
            return decision.corrected() > 0 || decision.reason() != null;
        }
    }

    /// Who proposed it.
    public String name(Line line, Text t) {
        UUID by = line.decision.proposedBy();
        return by == null ? t.say("desk.by_rule") : names.getOrDefault(by, t.say("desk.officer"));
    }

    /// Whether the one who looks proposed it.
    public boolean own(Line line) {
        return me.equals(line.decision.proposedBy());
    }

    /// Where a family lives.
    public String place(Line line, Text t) {
        Place place = places.get(line.family.kato());
        return place == null
                ? Integer.toString(line.family.kato())
                : place.in(t.language().code());
    }
}
