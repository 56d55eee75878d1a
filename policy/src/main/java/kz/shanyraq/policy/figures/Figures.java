package kz.shanyraq.policy.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.figures.Looked.Instead;
import org.jspecify.annotations.Nullable;

/// The figures that the law reads from outside its own text: indices and minima of the budget laws,
/// statistics by region and quarter, norms. Shipped with their sources; a deployment overlays its own.
/// Immutable.
public final class Figures {

    public static final String SUBSISTENCE_MINIMUM = "subsistence_minimum";
    public static final String SUBSISTENCE_MINIMUM_LAW = "subsistence_minimum_law";
    public static final String MONTHLY_INDEX = "monthly_index";
    public static final String MINIMUM_WAGE = "minimum_wage";
    public static final String MEDIAN_INCOME = "median_income";
    public static final String HOUSING_SHARE = "housing_share";
    public static final String FARM_NORM = "farm_norm:";

    /// The republic's place among the regions.
    public static final int REPUBLIC = 0;

    /// Regions as two digits: an index from 0 to 99.
    public static final int REGIONS = 100;

    /// The first column line of a file of figures.
    public static final String HEADER = "figure,region,from,until,value,source";

    private static final LocalDate NORM_BASIS = LocalDate.of(2019, 1, 1);

    /// Regions made in 2018 and 2022 read the figures of the region they were part of until then
    /// (`docs/sources.md`).
    private record Predecessor(int region, int of, LocalDate until) {}

    private static final List<Predecessor> PREDECESSORS = List.of(
            new Predecessor(10, 63, LocalDate.of(2022, 6, 8)),
            new Predecessor(33, 19, LocalDate.of(2022, 6, 8)),
            new Predecessor(62, 35, LocalDate.of(2022, 6, 8)),
            new Predecessor(79, 61, LocalDate.of(2018, 6, 19)));

    private final Map<String, List<Figure>> byName;

    private Figures(Map<String, List<Figure>> byName) {
        this.byName = byName;
    }

    /// The figures shipped with the library.
    public static Figures shipped() {
        return Holder.SHIPPED;
    }

    private static final class Holder {
        private static final Figures SHIPPED = parse(Shipped.lines("figures.csv"));
    }

    /// Figures from the lines of a file in the format of regional figures; the first line is [#HEADER].
    ///
    /// @throws IllegalArgumentException with the number of the line, what was seen and a likely cause
    public static Figures parse(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            throw new IllegalArgumentException(
                    """
                    The first line of the figures is '%s', not '%s'.
                    Maybe the file is not a file of figures.""".formatted(lines.isEmpty() ? "" : lines.getFirst().strip(), HEADER));
        }
        var figures = new ArrayList<Figure>();
        for (int line = 1; line < lines.size(); line++) {
            String text = lines.get(line).strip();
            if (!text.isEmpty()) {
                figures.add(FigureLine.parse(text, line + 1));
            }
        }
        return of(figures);
    }

    /// A figure from the six cells of a line in the order of [#HEADER].
    ///
    /// @param line the number of the line, for the error
    /// @throws IllegalArgumentException with the number of the line and what was seen
    public static Figure figure(List<String> cells, int line) {
        return FigureLine.parse(cells, line);
    }

    /// Figures from a list; of two that describe the same day of a region the later in the list counts.
    public static Figures of(List<Figure> figures) {
        var byName = new HashMap<String, List<Figure>>();
        for (Figure figure : figures) {
            byName.computeIfAbsent(figure.name(), name -> new ArrayList<>()).add(figure);
        }
        return new Figures(byName);
    }

    /// These figures with others laid over them.
    public Figures overlaidBy(Figures others) {
        var all = new ArrayList<>(all());
        all.addAll(others.all());
        return of(all);
    }

    /// Every figure, by name.
    public List<Figure> all() {
        return byName.keySet().stream()
                .sorted()
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .toList();
    }

    /// The figure of exactly this region (or its predecessor) on a day, if it is known.
    public @Nullable Figure find(String name, int region, LocalDate day) {
        Figure own = latest(name, region, day);
        if (own != null) {
            return own;
        }
        for (Predecessor predecessor : PREDECESSORS) {
            if (predecessor.region == region && day.isBefore(predecessor.until)) {
                return latest(name, predecessor.of, day);
            }
        }
        return null;
    }

    private @Nullable Figure latest(String name, int region, LocalDate day) {
        Figure found = null;
        for (Figure figure : byName.getOrDefault(name, List.of())) {
            if (figure.region() == region && figure.on(day)) {
                found = figure;
            }
        }
        return found;
    }

    /// A figure of the republic.
    ///
    /// @throws NotInForce if it is not known for the day
    public Looked republic(String name, LocalDate day) {
        Figure figure = find(name, REPUBLIC, day);
        if (figure == null) {
            throw new NotInForce(name, day, span(name));
        }
        return new Looked(figure, REPUBLIC, day, Instead.NOTHING);
    }

    /// The subsistence minimum of a region: its own, else the statistical one of the republic, else that of
    /// the budget law.
    ///
    /// @throws NotInForce if none is known for the day
    public Looked subsistenceMinimum(int region, LocalDate day) {
        Looked statistical = regional(SUBSISTENCE_MINIMUM, region, day);
        if (statistical != null) {
            return statistical;
        }
        Looked law = republic(SUBSISTENCE_MINIMUM_LAW, day);
        return new Looked(law.figure(), region, day, Instead.BUDGET_LAW);
    }

    /// The median income of a region, else of the republic; null if neither is known, and then the floor of
    /// the poverty line binds.
    public @Nullable Looked medianIncome(int region, LocalDate day) {
        return regional(MEDIAN_INCOME, region, day);
    }

    /// The share of income that a family spends itself on housing: the maslikhat's, else that of the
    /// republic.
    ///
    /// @throws NotInForce if none is known for the day
    public Looked housingShare(int region, LocalDate day) {
        Looked share = regional(HOUSING_SHARE, region, day);
        return share == null ? republic(HOUSING_SHARE, day) : share;
    }

    /// The norm of income of a personal subsidiary farm, tenge per head (or hectare) and quarter: the
    /// region's, the republic's, or that of 2019 scaled by the subsistence minimum of the budget laws; null
    /// if there is none.
    public @Nullable Looked farmNorm(String kind, int region, LocalDate day) {
        Looked norm = regional(FARM_NORM + kind, region, day);
        if (norm != null) {
            return norm;
        }
        Figure basis = find(FARM_NORM + kind, REPUBLIC, NORM_BASIS);
        Figure minimum = find(SUBSISTENCE_MINIMUM_LAW, REPUBLIC, day);
        Figure minimumThen = find(SUBSISTENCE_MINIMUM_LAW, REPUBLIC, NORM_BASIS);
        if (basis == null || minimum == null || minimumThen == null) {
            return null;
        }
        long tenge = Tenge.round(basis.hundredths() * minimum.hundredths(), Tenge.TIYN * minimumThen.hundredths());
        var scaled =
                new Figure(basis.name(), REPUBLIC, minimum.from(), minimum.until(), tenge * Tenge.TIYN, basis.source());
        return new Looked(scaled, region, day, Instead.SCALED);
    }

    private @Nullable Looked regional(String name, int region, LocalDate day) {
        Figure own = find(name, region, day);
        if (own != null) {
            return new Looked(own, region, day, Instead.NOTHING);
        }
        Figure republic = find(name, REPUBLIC, day);
        return republic == null ? null : new Looked(republic, region, day, Instead.REPUBLIC);
    }

    private String span(String name) {
        List<Figure> known = byName.getOrDefault(name, List.of());
        if (known.isEmpty()) {
            return "for no day";
        }
        LocalDate from = known.getFirst().from();
        LocalDate until = LocalDate.MIN;
        for (Figure figure : known) {
            from = figure.from().isBefore(from) ? figure.from() : from;
            LocalDate end = figure.until() == null ? LocalDate.MAX : figure.until();
            until = end.isAfter(until) ? end : until;
        }
        return until.equals(LocalDate.MAX) ? "from " + from : "from %s to %s".formatted(from, until);
    }
}
