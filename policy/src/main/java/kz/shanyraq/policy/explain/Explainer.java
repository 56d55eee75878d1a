package kz.shanyraq.policy.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Citation;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// Explains decisions of one month: reads the sheet on which the rule was worked out, and says where each
/// step comes from. Shared by all threads.
public final class Explainer {

    private final Catalogue catalogue;
    private final Day day;
    private final Map<Benefit, List<Ground>> grounds = new EnumMap<>(Benefit.class);
    private final Map<Key, List<Bound>> bound = new ConcurrentHashMap<>();

    /// A step's definition with its citation and source in the month and region. Its unit is read off the
    /// annotation once, not for each explanation.
    private record Bound(
            Steps.Definition definition,
            Cites.Unit unit,
            Citation citation,
            String source,
            boolean confirmed,
            List<Column> reads,
            List<Looked> figures) {}

    private record Key(Class<?> sheet, Benefit benefit, byte region) {}

    /// An explainer of a month's decisions.
    public Explainer(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.day = catalogue.day();
        for (Benefit benefit : Benefit.values()) {
            grounds.put(benefit, Catalogue.grounds(benefit));
        }
    }

    /// Explains one decision, without looking for a change that would flip it.
    ///
    /// @param p the person whom a benefit for persons concerns, or a negative number for the family
    public Explanation explain(Households h, int f, int p, Benefit benefit) {
        Assessment sheet = catalogue.sheet(h, f, Math.max(0, p), benefit);
        byte rejected = h.rejected[f];
        List<Bound> definitions = bound(sheet.getClass(), benefit, h.region[f]);
        var steps = new ArrayList<Step>(definitions.size());
        for (Bound step : definitions) {
            steps.add(new Step(
                    step.definition.name(),
                    step.unit,
                    step.definition.of(sheet),
                    step.citation,
                    step.source,
                    step.confirmed,
                    step.reads,
                    step.figures));
        }
        boolean assessed = rejected == 0;
        int unmet = assessed ? sheet.unmet() : 0;
        long missing = assessed ? sheet.missing() : Assessments.rejectedFacts(rejected);
        return new Explanation(
                benefit,
                Day.month(day.month()),
                p < 0 ? -1 : p - h.firstPerson[f],
                catalogue.edition(benefit),
                kz.shanyraq.policy.Outcome.of(unmet, missing),
                assessed ? Kind.values()[(int) sheet.kindOrdinal()] : Kind.NONE,
                assessed ? sheet.monthly() : 0,
                assessed ? sheet.once() : 0,
                steps,
                unmet == 0 ? List.of() : unmet(grounds.getOrDefault(benefit, List.of()), unmet),
                missing == 0 ? List.of() : facts(missing),
                null);
    }

    /// The grounds whose bits are set.
    public static List<Ground> unmet(List<Ground> grounds, int bits) {
        return grounds.stream()
                .filter(ground -> (bits >> ground.ordinal() & 1) != 0)
                .toList();
    }

    /// The facts whose bits are set.
    public static List<Fact> facts(long bits) {
        var facts = new ArrayList<Fact>();
        for (Fact fact : Fact.values()) {
            if ((bits & fact.bit()) != 0) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private List<Bound> bound(Class<? extends Assessment> sheet, Benefit benefit, byte region) {
        return bound.computeIfAbsent(new Key(sheet, benefit, region), key -> {
            Numbers numbers = catalogue.numbers(benefit, region);
            List<Looked> looked = numbers == null ? List.of() : numbers.looked();
            return Steps.of(sheet).stream().map(step -> bind(step, looked)).toList();
        });
    }

    private Bound bind(Steps.Definition step, List<Looked> looked) {
        Cites cites = step.cites();
        Citation citation = cites.value().on(day.date());
        var sources = new TreeSet<String>();
        boolean confirmed = citation.confirmed();
        for (Column column : cites.reads()) {
            sources.add(column.file().code());
        }
        List<Looked> figures =
                looked.stream().filter(figure -> reads(cites, figure)).toList();
        for (Looked figure : figures) {
            sources.add(describe(figure));
            confirmed &= figure.confirmed();
        }
        return new Bound(
                step, cites.as(), citation, String.join("; ", sources), confirmed, List.of(cites.reads()), figures);
    }

    private static boolean reads(Cites cites, Looked figure) {
        for (String name : cites.figures()) {
            if (figure.figure().name().startsWith(name)) {
                return true;
            }
        }
        return false;
    }

    private static String describe(Looked looked) {
        String figure = looked.figure().name() + " " + looked.figure().text() + " ("
                + looked.figure().source() + ")";
        return switch (looked.instead()) {
            case NOTHING -> figure;
            case REPUBLIC, BUDGET_LAW -> figure + " instead of region " + Column.REGION.format(looked.region());
            case SCALED -> figure + " scaled";
        };
    }

    /// The codes of a list of codes, joined as in files.
    public static String join(List<? extends Code> codes) {
        return String.join("|", codes.stream().map(Code::code).toList());
    }
}
