package kz.shanyraq.nation.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;

/// The arrays of a block of households in the order in which a snapshot holds them.
final class Layout {

    /// An array.
    ///
    /// @param rowsOf the file whose rows it counts
    /// @param extra elements beyond the rows: 1 for arrays of first places
    record Part(HouseholdFile rowsOf, int extra, Function<Households, Object> array) {

        int length(Households h) {
            return h.rows(rowsOf) + extra;
        }
    }

    static final List<Part> PARTS = parts();

    private static List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Part(HouseholdFile.FAMILIES, 1, h -> h.firstPerson));
        parts.add(new Part(HouseholdFile.FAMILIES, 1, h -> h.firstLivestock));
        parts.add(new Part(HouseholdFile.FAMILIES, 1, h -> h.firstPlot));
        parts.add(new Part(HouseholdFile.PERSONS, 1, h -> h.firstIncome));
        parts.add(new Part(HouseholdFile.FAMILIES, 0, h -> h.rejected));
        parts.add(new Part(HouseholdFile.PERSONS, 0, h -> h.livesWithFamily));
        parts.add(new Part(HouseholdFile.PERSONS, 0, h -> h.mother));
        parts.add(new Part(HouseholdFile.PERSONS, 0, h -> h.father));
        parts.add(new Part(HouseholdFile.PERSONS, 0, h -> h.guardian));
        for (Column column : Column.values()) {
            if (column.held()) {
                parts.add(new Part(column.file(), 0, column::array));
            }
        }
        return List.copyOf(parts);
    }

    /// A number that changes when the order or the columns of the layout change, so that a snapshot of
    /// another version is not misread.
    static int version() {
        int hash = 1;
        for (Column column : Column.values()) {
            hash = 31 * hash + column.name().hashCode();
            hash = 31 * hash
                    + String.join(
                                    ",",
                                    column.codes().stream()
                                            .map(code -> code.code())
                                            .toList())
                            .hashCode();
        }
        return hash;
    }

    private Layout() {}
}
