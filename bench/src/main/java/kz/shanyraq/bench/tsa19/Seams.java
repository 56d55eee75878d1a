package kz.shanyraq.bench.tsa19;

import org.jspecify.annotations.Nullable;

/// Where the row groups of persons meet: their first and last families, of which each may be but a part. When all row
/// groups have been read, the parts are put together and decided one by one, by the same rule.
final class Seams {

    private final @Nullable Households[] parts;

    /// Room for the seams of so many row groups.
    Seams(int groups) {
        parts = new @Nullable Households[2 * groups];
    }

    /// Keeps the first family of a row group, and its last if that is another one.
    void keep(int group, Households first, @Nullable Households last) {
        parts[2 * group] = first;
        parts[2 * group + 1] = last;
    }

    /// Decides the families on the seams.
    ///
    /// @param all all families
    void decide(Households all, PersonsFile.Rule rule) {
        Households family = null;
        for (Households part : parts) {
            if (family != null && part != null && family.familyId[0] == part.familyId[0]) {
                family.append(part);
            } else if (part != null) {
                decide(family, all, rule);
                family = part;
            }
        }
        decide(family, all, rule);
    }

    private static void decide(@Nullable Households family, Households all, PersonsFile.Rule rule) {
        if (family != null) {
            rule.decide(family, 0, 1, all.row(family.familyId[0]));
        }
    }
}
