package kz.shanyraq.office.monitoring.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kz.shanyraq.office.page.AgeBar;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.SourceWatch.State;
import org.jspecify.annotations.Nullable;

/// All sources, those that hurt most first.
public record SourcesPage(List<State> states) {

    /// How many are late.
    public long late() {
        return states.stream().filter(state -> state.source().late()).count();
    }

    /// The age of what a source told last; null if it told nothing.
    public @Nullable AgeBar age(State state, Text t) {
        return age(state, state.source().name().in(t.language().code()), t);
    }

    /// Who keeps a source.
    public String owner(State state, Text t) {
        return ownerOf(state, t);
    }

    static String ownerOf(State state, Text t) {
        String key = "monitoring.owner." + state.source().code();
        return t.has(key) ? t.say(key) : state.source().owner();
    }

    static @Nullable AgeBar age(State state, String name, Text t) {
        LocalDate delivered = state.source().delivered();
        return delivered == null
                ? null
                : new AgeBar(
                        t,
                        name,
                        Math.max(0, ChronoUnit.DAYS.between(delivered, t.today())),
                        state.source().staleDays());
    }

    /// For how long it has been late, in words.
    public String since(State state, Text t) {
        return state.source().dueAt() == null
                ? t.say("monitoring.source.never")
                : t.say(
                        "monitoring.source.late.since",
                        LocalDate.ofInstant(state.source().dueAt(), ZoneId.of("Asia/Almaty")));
    }
}
