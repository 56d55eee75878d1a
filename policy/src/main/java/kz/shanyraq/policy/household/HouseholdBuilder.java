package kz.shanyraq.policy.household;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds a block of one family from the texts of its cells, as the household format writes them. What is not
/// said is not known, except that an event not said never happened, and no benefit not said is received.
///
/// ```java
/// Households h = new HouseholdBuilder()
///         .family("region", "35", "cars", "1")
///         .person("relation", "head", "birth_date", "1985-03-04", "status", "citizen")
///         .income("2024-11", "wage", 120_000)
///         .build();
/// ```
public final class HouseholdBuilder {

    private Map<Column, String> family = new LinkedHashMap<>();
    private final List<Map<Column, String>> persons = new ArrayList<>();
    private final List<List<Map<Column, String>>> incomes = new ArrayList<>();
    private final List<Map<Column, String>> livestock = new ArrayList<>();
    private final List<Map<Column, String>> plots = new ArrayList<>();
    private final Map<Integer, Integer> mothers = new LinkedHashMap<>();
    private final Map<Integer, Integer> fathers = new LinkedHashMap<>();
    private final Map<Integer, Integer> guardians = new LinkedHashMap<>();
    private final Map<Integer, Integer> homes = new LinkedHashMap<>();
    private Coverage coverage = Coverage.FULL;

    /// Says cells of the family: column, value, column, value, …
    public HouseholdBuilder family(String... cells) {
        family = with(family, HouseholdFile.FAMILIES, cells);
        return this;
    }

    /// Adds a member with cells of its own; further calls of [#income] are this member's.
    public HouseholdBuilder person(String... cells) {
        persons.add(with(Map.of(), HouseholdFile.PERSONS, cells));
        incomes.add(new ArrayList<>());
        return this;
    }

    /// Says more cells of the member added last.
    public HouseholdBuilder and(String... cells) {
        persons.set(last(), with(persons.get(last()), HouseholdFile.PERSONS, cells));
        return this;
    }

    /// Says where the member added last lives: 1 with the family, 0 elsewhere, -1 not known.
    public HouseholdBuilder lives(int withFamily) {
        homes.put(last(), withFamily);
        return this;
    }

    /// Says who the parents of the member added last are, as places among the members added (from 0), or null
    /// for not told.
    public HouseholdBuilder parents(@Nullable Integer mother, @Nullable Integer father) {
        if (mother != null) {
            mothers.put(last(), mother);
        }
        if (father != null) {
            fathers.put(last(), father);
        }
        return this;
    }

    /// Says who is guardian of the member added last.
    public HouseholdBuilder guardian(int member) {
        guardians.put(last(), member);
        return this;
    }

    /// Adds an income of the member added last.
    public HouseholdBuilder income(String month, String kind, long amount) {
        return income("month", month, "kind", kind, "amount", Long.toString(amount));
    }

    /// Adds an income of the member added last by its cells.
    public HouseholdBuilder income(String... cells) {
        incomes.get(last()).add(with(Map.of(), HouseholdFile.INCOMES, cells));
        return this;
    }

    /// Adds livestock of the family.
    public HouseholdBuilder livestock(String kind, int heads) {
        livestock.add(with(Map.of(), HouseholdFile.LIVESTOCK, "kind", kind, "heads", Integer.toString(heads)));
        return this;
    }

    /// Adds livestock of the family of which the number of heads is not known.
    public HouseholdBuilder livestock(String kind) {
        livestock.add(with(Map.of(), HouseholdFile.LIVESTOCK, "kind", kind));
        return this;
    }

    /// Adds a plot of the family.
    public HouseholdBuilder plot(String kind, String areaM2) {
        plots.add(with(Map.of(), HouseholdFile.PLOTS, "kind", kind, "area_m2", areaM2));
        return this;
    }

    /// Says what the data set covers.
    public HouseholdBuilder coverage(Coverage coverage) {
        this.coverage = coverage;
        return this;
    }

    private int last() {
        return persons.size() - 1;
    }

    private static Map<Column, String> with(Map<Column, String> known, HouseholdFile file, String... cells) {
        if (cells.length % 2 != 0) {
            throw new IllegalArgumentException("Cells come as column, value, …; there are " + cells.length + " texts.");
        }
        var all = new LinkedHashMap<>(known);
        for (int i = 0; i < cells.length; i += 2) {
            String header = cells[i];
            Column column = Column.of(file).stream()
                    .filter(candidate -> candidate.header().equals(header) && candidate.held())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "There is no column %s in %s that the law reads.".formatted(header, file.code())));
            all.put(column, cells[i + 1]);
        }
        return all;
    }

    /// The block of one family.
    public Households build() {
        var h = new Households();
        h.coverage = coverage;
        h.resize(1, persons.size(), incomes.stream().mapToInt(List::size).sum(), livestock.size(), plots.size());
        fill(h, HouseholdFile.FAMILIES, 0, family);
        for (int p = 0; p < persons.size(); p++) {
            fill(h, HouseholdFile.PERSONS, p, persons.get(p));
            h.livesWithFamily[p] = homes.getOrDefault(p, 1).byteValue();
            h.mother[p] = mothers.getOrDefault(p, (int) Households.NOT_TOLD).shortValue();
            h.father[p] = fathers.getOrDefault(p, (int) Households.NOT_TOLD).shortValue();
            h.guardian[p] = guardians.getOrDefault(p, (int) Households.NOT_TOLD).shortValue();
            int row = h.firstIncome[p];
            for (Map<Column, String> income : incomes.get(p)) {
                fill(h, HouseholdFile.INCOMES, row++, income);
            }
            h.firstIncome[p + 1] = row;
        }
        for (int row = 0; row < livestock.size(); row++) {
            fill(h, HouseholdFile.LIVESTOCK, row, livestock.get(row));
        }
        for (int row = 0; row < plots.size(); row++) {
            fill(h, HouseholdFile.PLOTS, row, plots.get(row));
        }
        h.firstPerson[1] = persons.size();
        h.firstLivestock[1] = livestock.size();
        h.firstPlot[1] = plots.size();
        return h;
    }

    /// An empty cell of a column that the files have may say that there is none; of another, nothing.
    private long empty(Column column) {
        return coverage.has(column) ? column.empty() : column.type().unknown();
    }

    private void fill(Households h, HouseholdFile file, int row, Map<Column, String> cells) {
        for (Column column : Column.of(file)) {
            if (column.held()) {
                String cell = cells.get(column);
                column.set(h, row, cell == null || cell.isEmpty() ? empty(column) : column.parse(cell));
            }
        }
    }
}
