package kz.shanyraq.office.benefits.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.benefits.Findings.Figure;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.benefits.Sweep;
import kz.shanyraq.office.benefits.Topic;
import org.jspecify.annotations.Nullable;

/// What the last sweep found in a territory: every figure opens its list.
///
/// @param sweep the last sweep over all families; null if there was none
public record FindingsPage(
        Map<Topic, Map<State, Figure>> figures, @Nullable Sweep sweep) {

    /// The sorts of topics that have findings.
    public List<Topic.Kind> kinds() {
        return Arrays.stream(Topic.Kind.values())
                .filter(kind -> figures.keySet().stream().anyMatch(topic -> topic.kind() == kind))
                .toList();
    }

    /// The topics of a sort.
    public List<Topic> topics(Topic.Kind kind) {
        return figures.keySet().stream().filter(topic -> topic.kind() == kind).toList();
    }

    /// The states in which there are findings of a sort; the first is always shown.
    public List<State> states(Topic.Kind kind) {
        State first = switch (kind) {
            case BENEFIT -> State.UNRECEIVED;
            case NEED, WORK -> State.SIGNAL;
            case FACTS -> State.UNDECIDED;
        };
        return Arrays.stream(State.values())
                .filter(state -> state == first || topics(kind).stream().anyMatch(topic -> findings(topic, state) > 0))
                .toList();
    }

    /// How many findings there are.
    public long findings(Topic topic, State state) {
        Figure figure = figures.getOrDefault(topic, Map.of()).get(state);
        return figure == null ? 0 : figure.findings();
    }
}
