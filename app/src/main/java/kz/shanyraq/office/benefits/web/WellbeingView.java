package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.shanyraq.office.benefits.Wellbeings.Past;
import kz.shanyraq.office.page.DotPlot;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Words;
import kz.shanyraq.policy.wellbeing.Dimension;
import kz.shanyraq.policy.wellbeing.FamilyWellbeing;
import kz.shanyraq.policy.wellbeing.FamilyWellbeing.Scale;
import kz.shanyraq.policy.wellbeing.FamilyWellbeing.Weighed;
import org.jspecify.annotations.Nullable;

/// How a family is doing: its level, five scales against the middle of its district, what would raise the level.
///
/// @param medians of the district, of the scales where there is one
/// @param past what sweeps found, the oldest first
public record WellbeingView(FamilyWellbeing wellbeing, Map<Dimension, Integer> medians, List<Past> past) {

    /// How far behind the middle a family is that the page draws attention to.
    private static final int BEHIND = 10;

    private static final int MONTHS = 12;

    /// What would raise the level most is said of so many circumstances.
    private static final int STRONGEST = 2;

    /// A scale with what counts on it.
    ///
    /// @param lines each circumstance that holds, and what is not known
    public record Part(String name, @Nullable Integer points, List<String> lines) {}

    /// The level in words; null where a fact is missing.
    public @Nullable String level(Text t) {
        return wellbeing.level().isEmpty()
                ? null
                : t.say("benefits.level." + wellbeing.level().toLowerCase(Locale.ROOT));
    }

    /// How the level is marked.
    public Tone tone() {
        return tone(wellbeing.level());
    }

    static Tone tone(String level) {
        return switch (level) {
            case "A", "B" -> Tone.GOOD;
            case "C" -> Tone.INFO;
            case "D", "E" -> Tone.WAIT;
            default -> Tone.PLAIN;
        };
    }

    /// Since when, and what it was before; empty where the sweeps do not tell.
    public @Nullable String since(Text t) {
        if (past.size() < 2 || !wellbeing.level().equals(past.getLast().level())) {
            return null;
        }
        for (int i = past.size() - 2; i >= 0; i--) {
            String before = past.get(i).level();
            if (!wellbeing.level().equals(before)) {
                LocalDate on = past.get(i + 1).on();
                return before == null
                        ? t.say("benefits.wellbeing.since", on)
                        : t.say("benefits.wellbeing.since.before", on, before);
            }
        }
        return null;
    }

    /// The facts without which the level cannot be told.
    public List<String> missing(Text t) {
        long missing = wellbeing.scales().stream().mapToLong(Scale::missing).reduce(0, (a, b) -> a | b);
        return Explainer.facts(missing).stream()
                .map(fact -> Words.in(LawWords.language(t)).say("fact." + fact.code()))
                .toList();
    }

    /// The scales as dots.
    public DotPlot dots(Text t) {
        Optional<Past> then = aYearAgo(t.today());
        return new DotPlot(
                t,
                t.say("benefits.wellbeing"),
                0,
                100,
                wellbeing.scales().stream()
                        .map(scale -> dot(scale, then.orElse(null), t))
                        .toList());
    }

    private DotPlot.Dot dot(Scale scale, @Nullable Past then, Text t) {
        Long points = scale.points() < 0 ? null : (long) scale.points();
        Integer middle = medians.get(scale.dimension());
        Integer before = then == null ? null : then.points(scale.dimension());
        return new DotPlot.Dot(
                t.say("benefits.scale." + scale.dimension().code()),
                points,
                middle == null ? null : (long) middle,
                points == null || before == null ? null : points - before,
                points != null && middle != null && points <= middle - BEHIND);
    }

    /// What was known twelve months ago, or first, if that is not of today.
    private Optional<Past> aYearAgo(LocalDate today) {
        return past.stream()
                .filter(row -> !row.on().isAfter(today.minusMonths(MONTHS)))
                .max(Comparator.comparing(Past::on))
                .or(() -> past.stream().findFirst())
                .filter(row -> row.on().isBefore(today.minusMonths(1)));
    }

    /// What would raise the level, in sentences, the strongest first.
    public List<String> raises(Text t) {
        return wellbeing.raises().stream()
                .limit(STRONGEST)
                .map(raise -> t.say(
                        raise.level().equals(wellbeing.level()) ? "benefits.raise" : "benefits.raise.level",
                        t.say("benefits.indicator." + raise.indicator().code()),
                        raise.gain(),
                        raise.level()))
                .toList();
    }

    /// Each scale with what counts on it.
    public List<Part> parts(Text t) {
        return wellbeing.scales().stream()
                .map(scale -> new Part(
                        t.say("benefits.scale." + scale.dimension().code()),
                        scale.points() < 0 ? null : scale.points(),
                        scale.circumstances().stream()
                                .filter(weighed -> !Boolean.FALSE.equals(weighed.holds()))
                                .map(weighed -> line(weighed, t))
                                .toList()))
                .toList();
    }

    private static String line(Weighed weighed, Text t) {
        String name = t.say("benefits.indicator." + weighed.indicator().code());
        if (weighed.holds() == null) {
            return t.say("benefits.indicator.unknown", name);
        }
        return name + ": " + (weighed.points() > 0 ? "+" : "") + t.number(weighed.points());
    }
}
