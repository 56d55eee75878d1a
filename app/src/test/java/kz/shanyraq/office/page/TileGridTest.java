package kz.shanyraq.office.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.shanyraq.nation.Territory;
import kz.shanyraq.office.page.TileGrid.Cell;
import kz.shanyraq.office.page.TileGrid.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tiles of districts stand where the districts lie to each other, each on a cell of its own.
class TileGridTest {

    static Stream<Integer> regions() {
        return Territory.regions().stream().map(Territory.Region::code);
    }

    private static Map<Integer, Point> districts(int region) {
        Map<Integer, Point> points = new LinkedHashMap<>();
        Territory.districts().stream()
                .filter(district -> district.region() == region)
                .forEach(district -> points.put(
                        Integer.valueOf(district.kato()),
                        new Point(
                                district.latitude().doubleValue(),
                                district.longitude().doubleValue())));
        return points;
    }

    @ParameterizedTest
    @MethodSource("regions")
    void every_district_of_a_region_has_a_cell_of_its_own(int region) {
        Map<Integer, Point> points = districts(region);
        Map<Integer, Cell> cells = TileGrid.of(points);
        assertThat(cells.keySet()).isEqualTo(points.keySet());
        assertThat(cells.values()).doesNotHaveDuplicates().allSatisfy(cell -> {
            assertThat(cell.column()).isBetween(0, 7);
            assertThat(cell.row()).isBetween(0, 7);
        });
    }

    @ParameterizedTest
    @MethodSource("regions")
    void no_two_tiles_stand_the_other_way_round_in_both_directions(int region) {
        Map<Integer, Point> points = districts(region);
        Map<Integer, Cell> cells = TileGrid.of(points);
        List<String> wrong = new ArrayList<>();
        int kept = 0;
        int pairs = 0;
        for (int one : points.keySet()) {
            for (int other : points.keySet()) {
                Point a = points.get(one);
                Point b = points.get(other);
                Cell c = cells.get(one);
                Cell d = cells.get(other);
                if (one < other && a != null && b != null && c != null && d != null) {
                    double east = (b.east() - a.east()) * (d.column() - c.column());
                    double south = (a.north() - b.north()) * (d.row() - c.row());
                    if (east < 0 && south < 0) {
                        wrong.add(one + " and " + other);
                    }
                    pairs++;
                    kept += east >= 0 && south >= 0 ? 1 : 0;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(kept * 100).as("pairs that are right in both directions").isGreaterThanOrEqualTo(pairs * 80);
    }

    @ParameterizedTest
    @MethodSource("regions")
    void the_order_in_which_places_are_told_does_not_matter(int region) {
        Map<Integer, Point> points = districts(region);
        Map<Integer, Point> backwards = new LinkedHashMap<>();
        points.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(code -> backwards.put(code, points.get(code)));
        assertThat(TileGrid.of(backwards)).isEqualTo(TileGrid.of(points));
    }

    @Test
    void one_place_and_places_that_lie_together_have_cells_too() {
        assertThat(TileGrid.of(Map.of())).isEmpty();
        assertThat(TileGrid.of(Map.of(7, new Point(50, 70)))).isEqualTo(Map.of(7, new Cell(0, 0)));
        Map<Integer, Point> together = new HashMap<>();
        for (int code = 0; code < 5; code++) {
            together.put(code, new Point(50, 70));
        }
        assertThat(TileGrid.of(together).values()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void a_place_in_the_north_west_stands_above_and_left_of_one_in_the_south_east() {
        Map<Integer, Cell> cells = TileGrid.of(
                Map.of(1, new Point(55, 60), 2, new Point(50, 65), 3, new Point(45, 70), 4, new Point(48, 61)));
        Cell first = cells.getOrDefault(1, new Cell(9, 9));
        Cell last = cells.getOrDefault(3, new Cell(-1, -1));
        assertThat(first.column()).isLessThan(last.column());
        assertThat(first.row()).isLessThan(last.row());
    }
}
