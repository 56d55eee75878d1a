package kz.shanyraq.office.benefits.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.benefits.Applications.Application;
import kz.shanyraq.office.benefits.Applications.Next;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Tab;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;
import org.jspecify.annotations.Nullable;

/// Applications of a territory by the day on which they are due.
///
/// @param state the state to which the list is narrowed; empty for all that wait for a decision
/// @param counts how many there are in each state
/// @param later whether this is not the first page
/// @param next where the next page begins; null on the last
/// @param filtered the place to which the list is narrowed; null for the whole territory
public record ApplicationsPage(
        String state,
        Map<String, Long> counts,
        List<Line> lines,
        boolean later,
        @Nullable Next next,
        @Nullable Filtered filtered,
        Map<Integer, Place> places) {

    static final List<String> OPEN = List.of("received", "asked", "proposed");
    static final List<String> STATES = List.of("received", "asked", "proposed", "granted", "refused", "withdrawn");

    /// An application and its family.
    public record Line(Application application, Found.Family family, Clock clock) {

        /// The benefit.
        public String benefit(Text t) {
            return TopicWords.name(application.subject().topic(), t);
        }

        /// Who is asked for: the head of the family, or its number.
        public String name() {
            return family.head().isEmpty() ? family.id().number() : family.head();
        }
    }

    /// A view for all that wait, and one for each state.
    public List<Tab> tabs(Text t) {
        List<Tab> tabs = new ArrayList<>();
        long open =
                OPEN.stream().mapToLong(each -> counts.getOrDefault(each, 0L)).sum();
        tabs.add(new Tab(t.say("desk.applications.open"), address(""), state.isEmpty(), open));
        for (String each : STATES) {
            tabs.add(new Tab(
                    t.say("desk.application.state." + each),
                    address(each),
                    state.equals(each),
                    counts.getOrDefault(each, 0L)));
        }
        return List.copyOf(tabs);
    }

    private String address(String each) {
        List<String> query = new ArrayList<>();
        if (!each.isEmpty()) {
            query.add("state=" + each);
        }
        if (filtered != null) {
            query.add(filtered.parameter() + "=" + filtered.kato());
        }
        return "/applications" + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /// Where the next page begins, as its address says it; null on the last.
    public @Nullable String after() {
        return next == null ? null : next.due() + "." + next.id();
    }

    /// How many are late.
    public long late(Text t) {
        return lines.stream().filter(line -> line.clock().late(t.today())).count();
    }

    /// Where a family lives.
    public String place(Line line, Text t) {
        Place place = places.get(line.family.kato());
        return place == null
                ? Integer.toString(line.family.kato())
                : place.in(t.language().code());
    }
}
