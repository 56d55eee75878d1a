package kz.shanyraq.office.benefits.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.benefits.Visits;
import kz.shanyraq.office.benefits.Way;
import kz.shanyraq.office.page.Chip;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Tab;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyList.Key;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.household.Column;
import org.jspecify.annotations.Nullable;

/// The families to visit or to call, by settlement: each with the one question, and where the answer is written down.
///
/// @param benefit to whose open answers the list is narrowed; null for all
/// @param place to which it is narrowed; 0 for the whole territory
/// @param families how many the whole list has, up to [Visits#MOST_COUNTED] where it is narrowed to a benefit
/// @param later whether this is not the first page
/// @param next where the next page begins; null on the last
/// @param choices places to choose from
public record VisitsPage(
        Way way,
        @Nullable Topic benefit,
        int place,
        List<Line> lines,
        long families,
        boolean later,
        @Nullable Key next,
        List<Place> choices,
        Map<Integer, Place> places,
        Totals totals) {

    /// A family of the list.
    public record Line(Found.Family family, Visits.Need need) {

        /// The address of the family.
        public String address() {
            return "/families/" + family.id().number();
        }

        /// Where the answer is written down at once; null where it has to be said first of whom it is.
        public @Nullable String form() {
            return VisitsPage.form(address(), need.question());
        }

        /// What waits for the answer.
        public String waits(Text t) {
            return t.list(need.benefits().stream()
                    .map(topic -> TopicWords.name(topic, t))
                    .toList());
        }
    }

    /// The families of a settlement.
    public record Group(int kato, String name, List<Line> lines) {}

    /// The numbers above the list.
    ///
    /// @param families of the territory, as the last sweep assessed them
    /// @param visit those of them that somebody has to see
    /// @param call those whose missing facts the family can tell
    /// @param register those whose missing facts registers hold
    public record Totals(long families, long visit, long call, long register, Visits.Counts counts) {

        /// Those who need no visit: their answers are there, or a register or a call brings them.
        public long avoided() {
            return Math.max(0, families - visit);
        }

        /// The visits that nobody has to make, in words.
        public String sentence(Text t) {
            return t.say(
                    "benefits.visits.avoided",
                    t.number(avoided()),
                    t.number(families),
                    t.number(register),
                    t.number(call));
        }

        /// What was done in the last days, in words.
        public String lately(Text t) {
            return t.say(
                    "benefits.visits.lately",
                    Visits.LATELY,
                    counts.visited(),
                    counts.called(),
                    counts.notMet(),
                    counts.dropped());
        }

        /// The lists, with how much each has.
        List<Tab> tabs(Text t, String kept, @Nullable Way current) {
            List<Tab> tabs = new ArrayList<>();
            for (Way way : List.of(Way.BY_VISIT, Way.BY_FAMILY)) {
                tabs.add(new Tab(
                        t.say("benefits.visits." + way.code()),
                        "/visits?way=" + way.code() + kept,
                        way == current,
                        way == Way.BY_VISIT ? visit : call));
            }
            tabs.add(new Tab(
                    t.say("benefits.visits.planned"),
                    "/visits/planned" + (kept.isEmpty() ? "" : "?" + kept.substring(1)),
                    current == null,
                    counts.planned()));
            return tabs;
        }
    }

    /// The title.
    public String title(Text t) {
        return t.say("benefits.visits");
    }

    /// The lists.
    public List<Tab> tabs(Text t) {
        return totals.tabs(t, place == 0 ? "" : "&place=" + place, way);
    }

    /// How many families there are.
    public String counted(Text t) {
        return benefit != null && families >= Visits.MOST_COUNTED
                ? t.say("benefits.visits.many", t.number(families))
                : t.say("benefits.visits.count", families);
    }

    /// The families by settlement, in the order of the list.
    public List<Group> groups(Text t) {
        Map<Integer, List<Line>> by = new LinkedHashMap<>();
        lines.forEach(line ->
                by.computeIfAbsent(line.need().kato(), any -> new ArrayList<>()).add(line));
        return by.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), name(entry.getKey(), places, t), entry.getValue()))
                .toList();
    }

    static String name(int kato, Map<Integer, Place> places, Text t) {
        Place place = places.get(kato);
        return place == null ? Integer.toString(kato) : place.in(t.language().code());
    }

    /// A fact as the question that somebody asks.
    public static String question(String fact, Text t) {
        String key = "benefits.ask." + fact.toLowerCase(Locale.ROOT);
        return t.has(key) ? t.say(key) : fact;
    }

    /// The question of a line.
    public String question(Line line, Text t) {
        return question(line.need().question().code(), t);
    }

    /// The address of the form for a fact of the family as a whole; null where there is none.
    static @Nullable String form(String address, Fact fact) {
        Optional<Column> column = WordOf.column(fact).filter(Column::held);
        Optional<FactSheet> sheet =
                column.flatMap(WordOf::sheet).filter(FactSheet::ofFamily).filter(known -> !known.several());
        return sheet.isEmpty() || column.isEmpty()
                ? null
                : address + "/corrections/new?sheet=" + sheet.get().code() + "&column="
                        + column.get().header();
    }

    /// The benefits to choose from.
    public List<Option> benefits(Text t) {
        return kz.shanyraq.office.benefits.TakeUp.benefits().stream()
                .map(topic -> new Option(topic.code(), TopicWords.name(topic, t)))
                .sorted(Comparator.comparing(Option::text, t.alphabetical()))
                .toList();
    }

    /// The places to choose from, with the one that is chosen.
    public List<Option> options(Text t) {
        List<Option> options = new ArrayList<>(choices.stream()
                .map(choice -> new Option(Integer.toString(choice.kato()), brief(choice, t)))
                .toList());
        String chosen = Integer.toString(place);
        if (place != 0 && options.stream().noneMatch(option -> option.value().equals(chosen))) {
            options.add(new Option(chosen, name(place, places, t)));
        }
        options.sort(Comparator.comparing(Option::text, t.alphabetical()));
        return options;
    }

    private static String brief(Place choice, Text t) {
        Place.Names names = choice.settlement() != null
                ? choice.settlement()
                : choice.district() != null ? choice.district() : choice.region();
        return names == null
                ? Integer.toString(choice.kato())
                : names.in(t.language().code());
    }

    /// The filters that are on.
    public List<Chip> chips(Text t) {
        List<Chip> chips = new ArrayList<>();
        if (place != 0) {
            chips.add(new Chip("place", t.say("benefits.list.place"), name(place, places, t)));
        }
        if (benefit != null) {
            chips.add(new Chip("benefit", t.say("benefits.topic.benefit"), TopicWords.name(benefit, t)));
        }
        return chips;
    }

    /// The address without its filters.
    public String clear() {
        return "/visits?way=" + way.code();
    }
}
