package kz.shanyraq.policy.wellbeing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assistance.Rates;
import kz.shanyraq.policy.figures.Shipped;
import kz.shanyraq.policy.household.Households;

/// A model of wellbeing: which indicators count in which dimension for how many points, how the dimensions
/// weigh in the whole, and from how many points which level is reached. All of it is a dated file; see
/// [#read].
///
/// The two models are independent: the five-dimension card with levels A to E, and the scoring pilot of 2025
/// with six categories.
public enum Model implements Code {
    /// The digital family card (отбасының цифрлық картасы, цифровая карта семьи): levels A to E; D and E are
    /// crisis and emergency.
    FAMILY_CARD("family-card.csv", Provision.WELLBEING_CARD),
    /// The scoring pilot in Shymkent and the Karaganda region: categories 1 (extreme need) to 6 (high
    /// wellbeing).
    SCORING_PILOT("scoring-pilot.csv", Provision.WELLBEING_SCORING);

    /// What a dimension can reach at least and at most.
    private static final int LEAST = 0;

    private static final int MOST = 100;

    /// Points of a dimension, at least 0 and at most 100.
    static int inRange(int points) {
        return Math.clamp(points, LEAST, MOST);
    }

    /// Points of the whole, from those of the dimensions times their weights in percent.
    static int whole(int weighed) {
        return inRange((weighed + 50) / 100);
    }

    private static final String HEADER = "kind,dimension,name,from,until,value,source";

    private final String file;
    private final Provision provision;

    Model(String file, Provision provision) {
        this.file = file;
        this.provision = provision;
    }

    /// The act behind the model.
    public Provision provision() {
        return provision;
    }

    /// A line of a model's file.
    ///
    /// @param kind `points` of an indicator in a dimension, `weight` of a dimension in percent, `level` with
    ///     the points from which it is reached, or `region` where the model is in use (none: everywhere)
    public record Line(
            String kind, String dimension, String name, LocalDate from, LocalDate until, int value, String source) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /// All lines of the model's shipped file.
    public List<Line> lines() {
        return read(Shipped.lines(file));
    }

    /// Reads the lines of a model's file: `kind,dimension,name,from,until,value,source`, days inclusive, an
    /// empty `until` is open.
    ///
    /// @throws IllegalArgumentException with the line that cannot be read
    static List<Line> read(List<String> lines) {
        if (!lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("The first line is '%s', not '%s'.".formatted(lines.getFirst(), HEADER));
        }
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", 7);
                    if (cells.length < 7) {
                        throw new IllegalArgumentException("'%s' has %d cells, not 7.".formatted(line, cells.length));
                    }
                    return new Line(
                            cells[0],
                            cells[1],
                            cells[2],
                            LocalDate.parse(cells[3]),
                            cells[4].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[4]),
                            Integer.parseInt(cells[5]),
                            cells[6]);
                })
                .toList();
    }

    /// The model as it is in force on a day.
    ///
    /// @throws NotInForce if it has no indicators on that day
    public InForce on(LocalDate day) {
        List<Line> lines = lines().stream().filter(line -> line.on(day)).toList();
        if (lines.isEmpty()) {
            throw new NotInForce(
                    "The model " + code(), day, "from " + lines().getFirst().from());
        }
        return new InForce(this, lines);
    }

    /// A model with the numbers of one day.
    public static final class InForce {
        private final Model model;
        private final Map<Dimension, List<Weighted>> indicators = new EnumMap<>(Dimension.class);
        private final Map<Dimension, Integer> weights = new EnumMap<>(Dimension.class);
        private final TreeMap<Integer, String> levels = new TreeMap<>();
        private final TreeSet<Integer> regions = new TreeSet<>();

        private record Weighted(Indicator indicator, int points) {}

        private InForce(Model model, List<Line> lines) {
            this.model = model;
            for (Line line : lines) {
                switch (line.kind) {
                    case "points" ->
                        indicators
                                .computeIfAbsent(dimension(line), dimension -> new ArrayList<>())
                                .add(new Weighted(Indicator.valueOf(line.name.toUpperCase(Locale.ROOT)), line.value));
                    case "weight" -> weights.put(dimension(line), line.value);
                    case "level" -> levels.put(line.value, line.name);
                    case "region" -> regions.add(line.value);
                    default -> throw new IllegalArgumentException("A line of the kind '%s'.".formatted(line.kind));
                }
            }
        }

        private static Dimension dimension(Line line) {
            return Dimension.valueOf(line.dimension.toUpperCase(Locale.ROOT));
        }

        /// The model.
        public Model model() {
            return model;
        }

        /// Its dimensions, in their order, without the whole.
        public List<Dimension> dimensions() {
            return List.copyOf(indicators.keySet());
        }

        /// The level that a number of points reaches.
        public String level(int points) {
            return levels.floorEntry(Math.max(points, levels.firstKey())).getValue();
        }

        /// Whether the model is in use in a region.
        public boolean usedIn(int region) {
            return regions.isEmpty() || regions.contains(region);
        }

        /// Weighs a block of families: a row for each dimension and one for the whole. Points that depend on
        /// a missing fact are not known.
        ///
        /// @param byRegion the numbers of targeted assistance, for the income
        public void weigh(Households h, Rates[] byRegion, Wellbeing into) {
            var view = new View(h, byRegion);
            for (int f = 0; f < h.families; f++) {
                if (usedIn(h.region[f])) {
                    view.look(f);
                    weigh(h, view, into);
                }
            }
        }

        private void weigh(Households h, View view, Wellbeing into) {
            long rejected = kz.shanyraq.policy.assessment.Assessments.rejectedFacts(h.rejected[view.f()]);
            long missing = rejected;
            int total = 0;
            for (Map.Entry<Dimension, List<Weighted>> dimension : indicators.entrySet()) {
                int points = 0;
                long unknown = rejected;
                for (Weighted weighted : dimension.getValue()) {
                    long holds = rejected == 0 ? weighted.indicator.holds(view) : Answer.NOT;
                    points += holds == Answer.HOLDS ? weighted.points : 0;
                    unknown |= Verdict.missing(holds);
                }
                points = inRange(points);
                total += points * weights.getOrDefault(dimension.getKey(), 0);
                missing |= unknown;
                into.add(view.f(), this, dimension.getKey(), unknown == 0 ? points : -1, unknown);
            }
            into.add(view.f(), this, Dimension.TOTAL, missing == 0 ? whole(total) : -1, missing);
        }

        /// One family of a block with its reasons; empty where the model is not in use.
        ///
        /// @param byRegion the numbers of targeted assistance, for the income
        public Optional<FamilyWellbeing> explain(Households h, int f, Rates[] byRegion) {
            if (!usedIn(h.region[f])) {
                return Optional.empty();
            }
            var view = new View(h, byRegion);
            view.look(f);
            long rejected = kz.shanyraq.policy.assessment.Assessments.rejectedFacts(h.rejected[f]);
            List<FamilyWellbeing.Scale> scales = indicators.entrySet().stream()
                    .map(dimension -> scale(dimension.getKey(), dimension.getValue(), view, rejected))
                    .toList();
            boolean known = scales.stream().allMatch(scale -> scale.points() >= 0);
            int total = scales.stream()
                    .mapToInt(scale -> scale.points() * scale.weight())
                    .sum();
            return Optional.of(FamilyWellbeing.of(this, scales, known ? whole(total) : -1));
        }

        private FamilyWellbeing.Scale scale(Dimension dimension, List<Weighted> weighted, View view, long rejected) {
            List<FamilyWellbeing.Weighed> circumstances = weighted.stream()
                    .map(each -> {
                        long holds = rejected == 0 ? each.indicator.holds(view) : rejected;
                        Boolean known =
                                holds == Answer.HOLDS ? Boolean.TRUE : holds == Answer.NOT ? Boolean.FALSE : null;
                        return new FamilyWellbeing.Weighed(each.indicator, each.points, known, Verdict.missing(holds));
                    })
                    .toList();
            long missing = circumstances.stream()
                    .mapToLong(FamilyWellbeing.Weighed::missing)
                    .reduce(0, (a, b) -> a | b);
            int points = circumstances.stream()
                    .filter(each -> Boolean.TRUE.equals(each.holds()))
                    .mapToInt(FamilyWellbeing.Weighed::points)
                    .sum();
            return new FamilyWellbeing.Scale(
                    dimension,
                    missing == 0 ? inRange(points) : -1,
                    weights.getOrDefault(dimension, 0),
                    missing,
                    circumstances);
        }
    }

    /// The models in force on a day.
    public static List<InForce> inForce(LocalDate day) {
        return Arrays.stream(values())
                .filter(model -> model.lines().stream().anyMatch(line -> line.on(day)))
                .map(model -> model.on(day))
                .toList();
    }
}
