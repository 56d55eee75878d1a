package kz.shanyraq.nation.synthetic;

import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.nation.Territory;
import kz.shanyraq.nation.Territory.District;
import kz.shanyraq.nation.Territory.Region;

/// Where families live: how many in each district, in towns and in villages, in proportion to the population
/// of 2024.
final class Plan {

    /// Families of one district that live in towns, or in villages.
    ///
    /// @param first the number of the first family; families are numbered through the nation
    record Cell(District district, boolean rural, long first, long families) {

        int region() {
            return district.region();
        }
    }

    private final List<Cell> cells = new ArrayList<>();
    private long families;

    /// A plan for a nation of about some persons.
    Plan(long persons, Demography demography) {
        record Wanted(District district, boolean rural, double families) {}
        var wanted = new ArrayList<Wanted>();
        double population = 0;
        for (Region region : Territory.regions()) {
            population += region.population();
        }
        for (Region region : Territory.regions()) {
            List<District> districts = Territory.districts().stream()
                    .filter(district -> district.region() == region.code())
                    .toList();
            double all = districts.stream().mapToDouble(District::population).sum();
            double villages = districts.stream()
                    .filter(district -> !district.city())
                    .mapToDouble(District::population)
                    .sum();
            double rural = Math.min(1, villages == 0 ? 0 : region.rural() / 10_000.0 * all / villages);
            for (District district : districts) {
                double people = persons / population * region.population() * district.population() / all;
                double inVillages = district.city() ? 0 : people * rural;
                wanted.add(
                        new Wanted(district, false, (people - inVillages) / demography.meanSize(region.code(), false)));
                wanted.add(new Wanted(district, true, inVillages / demography.meanSize(region.code(), true)));
            }
        }
        double due = 0;
        for (Wanted cell : wanted) {
            due += cell.families;
            long now = Math.round(due) - families;
            if (now > 0) {
                cells.add(new Cell(cell.district, cell.rural, families, now));
                families += now;
            }
        }
    }

    /// How many families there are.
    long families() {
        return families;
    }

    /// Where a family lives.
    Cell cellOf(long family) {
        int low = 0;
        int high = cells.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (cells.get(middle).first <= family) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return cells.get(low);
    }
}
