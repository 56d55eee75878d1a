package kz.shanyraq.office.monitoring.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.benefits.Worklist;
import kz.shanyraq.office.employment.Contracts;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.StackedBar;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Todo;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.PlaceNames;
import org.jspecify.annotations.Nullable;

/// Who needs an officer today: families by name, or for who finds work for people the measures that fit somebody.
///
/// @param cases the most urgent families, the most urgent first
/// @param named those of them that may be seen, by their numbers
/// @param levels families of the territory by level of wellbeing; empty where these may not be seen
/// @param week the next seven days; null for who plans none
/// @param contracts social contracts that wait for the one who looks, by what is to be done
/// @param work persons whom a measure of employment fits, by measure; empty for who works with families
public record MyDay(
        List<Worklist.Case> cases,
        Map<Long, Found.Family> named,
        Map<String, Long> levels,
        Map<Topic, Long> work,
        @Nullable Week week,
        Map<Contracts.Show, Long> contracts,
        PlaceNames places) {

    /// No block has more rows.
    static final int MOST = 7;

    /// The families as rows with one button each.
    public List<Todo> rows(Text t) {
        return cases.stream()
                .filter(of -> named.containsKey(of.family()))
                .map(of -> row(of, named.get(of.family()), t))
                .toList();
    }

    private Todo row(Worklist.Case of, Found.@Nullable Family family, Text t) {
        String number = family == null ? "" : family.id().number();
        String name = family == null || family.head().isEmpty() ? number : family.head();
        String place = places.of(of.kato()).in(t.language().code());
        String why = of.risk() == null
                ? t.list(of.benefits().stream()
                        .map(topic -> TopicWords.name(topic, t))
                        .toList())
                : TopicWords.name(of.risk(), t);
        String due = of.due() > 0 ? " · " + t.say("monitoring.day.due", t.money(of.due())) : "";
        String level = of.level() == null ? "" : " · " + t.say("monitoring.day.level", of.level());
        return new Todo(
                of.risk() == null ? Icon.PLUS_CIRCLE : Icon.WARNING,
                name + " · " + place,
                why + due + level,
                t.say("monitoring.home.open"),
                "/families/" + number + "#now");
    }

    /// The measures of employment as rows.
    public List<Todo> measures(Text t) {
        return work.entrySet().stream()
                .sorted(Map.Entry.<Topic, Long>comparingByValue().reversed())
                .limit(MOST)
                .map(entry -> new Todo(
                        Icon.WORK,
                        TopicWords.name(entry.getKey(), t),
                        t.say("monitoring.day.persons", entry.getValue()),
                        t.say("monitoring.home.open"),
                        "/findings/" + entry.getKey().code() + "/" + State.SIGNAL.code()))
                .toList();
    }

    /// The social contracts as rows.
    public List<Todo> contracts(Text t) {
        return contracts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Todo(
                        Icon.HANDSHAKE,
                        t.say("employment.show." + entry.getKey().code()),
                        t.say("monitoring.day.contracts.count", entry.getValue()),
                        t.say("monitoring.home.open"),
                        "/contracts?show=" + entry.getKey().code()))
                .toList();
    }

    /// The families of the territory by level.
    public StackedBar bar(Text t) {
        return new StackedBar(
                t,
                t.say("monitoring.day.levels"),
                levels.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(
                                java.util.Comparator.comparing((String level) -> level.isEmpty() ? "Z" : level)))
                        .map(entry -> new StackedBar.Part(
                                entry.getKey().isEmpty()
                                        ? t.say("monitoring.day.level.unknown")
                                        : t.say("benefits.level."
                                                + entry.getKey().toLowerCase(Locale.ROOT)),
                                entry.getValue(),
                                "/wellbeing/"
                                        + (entry.getKey().isEmpty()
                                                ? "missing"
                                                : entry.getKey().toLowerCase(Locale.ROOT))))
                        .toList());
    }
}
