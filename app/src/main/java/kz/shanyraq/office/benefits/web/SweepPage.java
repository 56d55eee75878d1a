package kz.shanyraq.office.benefits.web;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.shanyraq.office.benefits.Sweep;
import kz.shanyraq.office.page.Fact;
import kz.shanyraq.office.page.StackedBar;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import org.jspecify.annotations.Nullable;

/// Sweeps: the one that works or waits to be gone on with, and the last ones.
///
/// @param open the sweep over all families that has not come to its end; null if there is none
/// @param works whether a sweep works now
/// @param asked whether one was asked for that has not begun
/// @param mayStart whether the one who looks may start and stop it
/// @param names who started them by hand, where that may be seen
public record SweepPage(
        @Nullable Sweep open,
        List<Sweep> latest,
        boolean works,
        boolean asked,
        boolean mayStart,
        Map<UUID, String> names) {

    /// How a sweep stands, as the last part of a key: a running one that does not work was interrupted.
    public String state(Sweep sweep) {
        return sweep.ofAll() && sweep.state().equals("running") && !works ? "interrupted" : sweep.state();
    }

    /// The tone of how a sweep stands.
    public Tone tone(Sweep sweep) {
        return switch (state(sweep)) {
            case "done" -> Tone.GOOD;
            case "running" -> Tone.INFO;
            case "failed" -> Tone.BAD;
            default -> Tone.WAIT;
        };
    }

    /// Whether a sweep over all families works, so that it can be stopped.
    public boolean running() {
        return open != null && state(open).equals("running");
    }

    /// What a sweep was over.
    public String over(Sweep sweep, Text t) {
        return sweep.delivery() == null
                ? t.say("benefits.sweep.all")
                : t.say("benefits.sweep.delivery", Integer.toString(sweep.delivery()));
    }

    /// The month of application.
    public String month(Sweep sweep, Text t) {
        return t.month(YearMonth.from(sweep.month()));
    }

    /// Who started it.
    public String by(Sweep sweep, Text t) {
        if (sweep.officer() != null) {
            return names.getOrDefault(sweep.officer(), t.say("benefits.sweep.by.hand"));
        }
        return t.say(sweep.delivery() == null ? "benefits.sweep.by.itself" : "benefits.sweep.by.delivery");
    }

    /// How far the open sweep is.
    public StackedBar progress(Sweep sweep, Text t) {
        return new StackedBar(
                t,
                t.say("benefits.sweep.progress"),
                List.of(
                        new StackedBar.Part(t.say("benefits.sweep.assessed"), sweep.assessed()),
                        new StackedBar.Part(t.say("benefits.sweep.left"), sweep.left())));
    }

    /// What is known of the open sweep.
    public List<Fact> facts(Sweep sweep, Text t) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(t.say("benefits.sweep.month"), month(sweep, t)));
        facts.add(new Fact(t.say("benefits.sweep.facts"), t.date(sweep.factsOn())));
        facts.add(new Fact(t.say("benefits.sweep.known"), Integer.toString(sweep.known())));
        facts.add(new Fact(
                t.say("benefits.sweep.opened"), t.moment(sweep.openedAt().toInstant())));
        facts.add(new Fact(t.say("benefits.sweep.by"), by(sweep, t)));
        if (running()) {
            Long rate = sweep.rate();
            facts.add(new Fact(
                    t.say("benefits.sweep.rate"), rate == null ? null : t.say("benefits.sweep.rate.value", rate)));
            facts.add(new Fact(t.say("benefits.sweep.time_left"), span(sweep.timeLeft(), t)));
        } else {
            facts.add(new Fact(
                    t.say("benefits.sweep.beat"), t.moment(sweep.beatAt().toInstant())));
        }
        return facts;
    }

    /// A span of time in words; null where it is not known.
    public static @Nullable String span(@Nullable Duration span, Text t) {
        if (span == null) {
            return null;
        }
        long seconds = span.toSeconds();
        return seconds < 60
                ? t.say("benefits.sweep.seconds", seconds)
                : t.say("benefits.sweep.minutes", (seconds + 59) / 60);
    }
}
