package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.benefits.Visits;
import kz.shanyraq.office.benefits.Way;
import kz.shanyraq.office.page.Chip;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Tab;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;
import org.jspecify.annotations.Nullable;

/// What is planned, by day and settlement: the list that somebody takes along.
///
/// @param way to which it is narrowed; null for visits and calls
/// @param day to which it is narrowed; null for all
/// @param mine whether only what the officer who looks has planned
/// @param place to which it is narrowed; 0 for the whole territory
/// @param later whether this is not the first page
/// @param next where the next page begins; null on the last
public record PlannedPage(
        @Nullable Way way,
        @Nullable LocalDate day,
        boolean mine,
        int place,
        List<Line> lines,
        boolean later,
        Visits.@Nullable After next,
        List<Place> choices,
        Map<Integer, Place> places,
        VisitsPage.Totals totals) {

    /// A visit or call that is planned.
    public record Line(Found.Family family, Visits.Visit visit) {

        /// The address of its page.
        public String address() {
            return "/families/" + family.id().number() + "/visits/"
                    + visit.way().code();
        }

        /// What waits for the answer.
        public String waits(Text t) {
            return t.list(visit.topics().stream()
                    .map(topic -> TopicWords.name(topic, t))
                    .toList());
        }

        /// Whether it is a visit or a call.
        public Icon icon() {
            return visit.way() == Way.BY_VISIT ? Icon.DWELLING : Icon.PHONE;
        }
    }

    /// What is planned for a day in a settlement.
    public record Group(LocalDate day, int kato, String name, boolean late, List<Line> lines) {}

    /// The lists.
    public List<Tab> tabs(Text t) {
        return totals.tabs(t, place == 0 ? "" : "&place=" + place, null);
    }

    /// The lines by day and settlement.
    public List<Group> groups(Text t) {
        Map<String, List<Line>> by = new LinkedHashMap<>();
        for (Line line : lines) {
            by.computeIfAbsent(line.visit().day() + "_" + line.visit().kato(), any -> new ArrayList<>())
                    .add(line);
        }
        return by.values().stream()
                .map(of -> {
                    Visits.Visit first = Objects.requireNonNull(of.getFirst()).visit();
                    return new Group(
                            first.day(),
                            first.kato(),
                            VisitsPage.name(first.kato(), places, t),
                            first.day().isBefore(t.today()),
                            of);
                })
                .toList();
    }

    /// The question of a line.
    public String question(Line line, Text t) {
        return VisitsPage.question(line.visit().fact(), t);
    }

    /// Visits or calls to choose from.
    public List<Option> ways(Text t) {
        return List.of(
                new Option(Way.BY_VISIT.code(), t.say("benefits.visit.word.by_visit")),
                new Option(Way.BY_FAMILY.code(), t.say("benefits.visit.word.by_family")));
    }

    /// Whose plans to choose from.
    public List<Option> whose(Text t) {
        return List.of(new Option("true", t.say("benefits.visits.mine")));
    }

    /// The filters that are on.
    public List<Chip> chips(Text t) {
        List<Chip> chips = new ArrayList<>();
        if (day != null) {
            chips.add(new Chip("day", t.say("benefits.visit.day"), t.date(day)));
        }
        if (way != null) {
            chips.add(new Chip("way", t.say("benefits.topic.facts"), t.say("benefits.visit.word." + way.code())));
        }
        if (mine) {
            chips.add(new Chip("mine", t.say("benefits.visits.whose"), t.say("benefits.visits.mine")));
        }
        if (place != 0) {
            chips.add(new Chip("place", t.say("benefits.list.place"), VisitsPage.name(place, places, t)));
        }
        return chips;
    }
}
