package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Attacks the published tables: whoever knows all totals and all counts that are shown, and that counts are not
/// negative, must find every hidden count
/// under five possible from 0 to 4.
class SuppressionTest {

    @Test
    void a_table_without_small_counts_is_shown_whole() {
        assertThat(hiddenOf(new long[][] {{5, 9}, {12, 7}})).isZero();
    }

    @Test
    void one_small_count_takes_three_others_with_it() {
        boolean[][] hidden = Suppression.hide(new long[][] {{3, 9, 40}, {12, 7, 50}, {30, 31, 32}}, false);
        assertThat(hidden[0][0]).isTrue();
        assertThat(hidden[0][1]).as("the cheapest rectangle").isTrue();
        assertThat(hidden[1][0]).isTrue();
        assertThat(hidden[1][1]).isTrue();
        assertThat(hiddenOf(new long[][] {{3, 9, 40}, {12, 7, 50}, {30, 31, 32}}))
                .isEqualTo(4);
    }

    @Test
    void a_place_with_few_people_disappears_together_with_another() {
        boolean[][] hidden = Suppression.hide(new long[][] {{1, 2}, {12, 17}, {300, 310}}, false);
        assertThat(hidden[0]).containsOnly(true);
        assertThat(hidden[1]).as("the smallest that can hide it").containsOnly(true);
        assertThat(hidden[2]).containsOnly(false);
    }

    @Test
    void where_nothing_can_protect_a_count_only_the_grand_total_is_shown() {
        boolean[][] hidden = Suppression.hide(new long[][] {{1, 2}, {3, 4}}, false);
        assertThat(hidden[2][2]).isFalse();
        assertThat(hiddenOf(new long[][] {{1, 2}, {3, 4}})).isEqualTo(8);
    }

    @TestFactory
    Stream<DynamicTest> no_hidden_small_count_can_be_narrowed_down() {
        return IntStream.range(0, 300)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    var random = new SplittableRandom(seed);
                    int rows = 2 + random.nextInt(6);
                    int columns = 2 + random.nextInt(5);
                    long[][] cells = new long[rows][columns];
                    for (long[] row : cells) {
                        for (int c = 0; c < columns; c++) {
                            row[c] = random.nextInt(4) == 0 ? random.nextInt(6) : random.nextInt(60);
                        }
                    }
                    attack(cells, Suppression.hide(cells, false));
                    boolean fewInAColumn =
                            IntStream.range(0, columns).anyMatch(c -> column(cells, c) < Suppression.LEAST);
                    if (!fewInAColumn) {
                        attack(cells, Suppression.hide(cells, true));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> in_a_single_column_no_small_count_can_be_narrowed_down() {
        return IntStream.range(0, 100)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    var random = new SplittableRandom(seed);
                    long[][] cells = new long[2 + random.nextInt(8)][1];
                    for (long[] row : cells) {
                        row[0] = random.nextInt(3) == 0 ? random.nextInt(60) : random.nextInt(6);
                    }
                    attack(cells, Suppression.hide(cells, false));
                    if (sum(cells) >= Suppression.LEAST) {
                        attack(cells, Suppression.hide(cells, true));
                    }
                }));
    }

    /// A country as another module publishes it: counts of districts, sums that go with the first of them.
    @TestFactory
    Stream<DynamicTest> no_small_count_of_a_published_country_can_be_narrowed_down() {
        return IntStream.range(0, 60)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    var random = new SplittableRandom(seed);
                    int columns = 1 + random.nextInt(6);
                    int most = random.nextInt(3) == 0 ? 8 : 400;
                    Map<Integer, long[]> districts = new TreeMap<>();
                    Map<Integer, Long> sums = new TreeMap<>();
                    int regions = 2 + random.nextInt(6);
                    for (int region = 0; region < regions; region++) {
                        int some = 1 + random.nextInt(7);
                        for (int district = 0; district < some; district++) {
                            int kato = 100_000_000 + region * 10_000_000 + (1 + district) * 100_000;
                            districts.put(kato, random.longs(columns, 0, most).toArray());
                            sums.put(kato, random.nextLong(1_000_000));
                        }
                    }
                    List<String> names =
                            IntStream.range(0, columns).mapToObj(c -> "c" + c).toList();
                    var out = Figures.published(names, districts, List.of(new Figures.Sums("sum", 0, sums)));
                    Map<Integer, Map<String, Boolean>> hidden = new TreeMap<>();
                    for (int i = 0; i < out.katos.size(); i++) {
                        hidden.computeIfAbsent(out.katos.get(i), kato -> new TreeMap<>())
                                .put(out.categories.get(i), out.values.get(i) == null);
                    }
                    Map<Integer, Map<Integer, long[]>> of = new TreeMap<>();
                    districts.forEach((kato, counts) -> of.computeIfAbsent(
                                    kato / 10_000_000 * 10_000_000, region -> new TreeMap<>())
                            .put(kato, counts));
                    Map<Integer, long[]> ofRegions = new TreeMap<>();
                    of.forEach((region, counts) -> ofRegions.put(region, together(counts.values(), columns)));
                    published(ofRegions, names, hidden, 0);
                    of.forEach((region, counts) -> {
                        if (counts.size() > 1) {
                            published(counts, names, hidden, region);
                        }
                    });
                }));
    }

    private static long[] together(Collection<long[]> rows, int columns) {
        long[] sum = new long[columns];
        rows.forEach(row -> IntStream.range(0, columns).forEach(c -> sum[c] += row[c]));
        return sum;
    }

    private static void published(
            Map<Integer, long[]> counts, List<String> names, Map<Integer, Map<String, Boolean>> hidden, int total) {
        List<Integer> katos = List.copyOf(counts.keySet());
        long[][] cells = counts.values().toArray(long[][]::new);
        boolean[][] marks = new boolean[cells.length + 1][names.size() + 1];
        boolean anyHidden = false;
        for (int r = 0; r <= cells.length; r++) {
            int kato = r == cells.length ? total : katos.get(r);
            for (int c = 0; c <= names.size(); c++) {
                String name = c == names.size() ? Figures.ALL : names.get(c);
                marks[r][c] = hidden.getOrDefault(kato, Map.of()).getOrDefault(name, true);
                anyHidden |= c == 0 && r < cells.length && marks[r][c];
            }
        }
        attack(cells, marks);
        for (int kato : katos) {
            if (anyHidden) {
                assertThat(hidden.getOrDefault(kato, Map.of()).get("sum"))
                        .as("a sum beside a hidden count of %d", kato)
                        .isTrue();
            }
        }
    }

    private static long hiddenOf(long[][] cells) {
        long hidden = 0;
        for (boolean[] row : Suppression.hide(cells, false)) {
            for (boolean each : row) {
                hidden += each ? 1 : 0;
            }
        }
        return hidden;
    }

    /// A hidden count can be moved up or down by a number if that number can flow round through hidden cells: each row
    /// and column, with its total,
    /// must keep its balance.
    private static void attack(long[][] cells, boolean[][] hidden) {
        int rows = cells.length;
        int columns = cells[0].length;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (cells[r][c] < Suppression.LEAST) {
                    assertThat(hidden[r][c])
                            .as("%d in %s", cells[r][c], Arrays.deepToString(cells))
                            .isTrue();
                    assertThat(room(cells, hidden, r, c, true))
                            .as(
                                    "upwards from %d at %d,%d of %s hidden %s",
                                    cells[r][c], r, c, Arrays.deepToString(cells), Arrays.deepToString(hidden))
                            .isGreaterThanOrEqualTo(4 - cells[r][c]);
                    assertThat(room(cells, hidden, r, c, false))
                            .as(
                                    "downwards from %d at %d,%d of %s hidden %s",
                                    cells[r][c], r, c, Arrays.deepToString(cells), Arrays.deepToString(hidden))
                            .isGreaterThanOrEqualTo(cells[r][c]);
                }
            }
        }
        for (int r = 0; r < rows; r++) {
            long total = Arrays.stream(cells[r]).sum();
            assertThat(total < Suppression.LEAST && !hidden[r][columns])
                    .as("a small total is shown")
                    .isFalse();
        }
    }

    /// How far a cell can go, the whole table staying possible: a maximal flow round the cell. Nodes are rows, columns,
    /// and one of the totals;
    /// a unit along a cell leaves its row and enters its column.
    private static long room(long[][] cells, boolean[][] hidden, int r0, int c0, boolean up) {
        int rows = cells.length;
        int columns = cells[0].length;
        int nodes = rows + columns + 2;
        int totalRow = rows; // the row of column totals
        int totalColumn = rows + 1 + columns; // the column of row totals
        long much = 1_000_000;
        long[][] capacity = new long[nodes][nodes];
        for (int r = 0; r <= rows; r++) {
            for (int c = 0; c <= columns; c++) {
                if (!hidden[r][c] || r == r0 && c == c0) {
                    continue;
                }
                long value = r == rows && c == columns
                        ? sum(cells)
                        : r == rows
                                ? column(cells, c)
                                : c == columns ? Arrays.stream(cells[r]).sum() : cells[r][c];
                int row = r == rows ? totalRow : r;
                int col = c == columns ? totalColumn : rows + 1 + c;
                // Totals stand on the other side of the balance, the grand total again on this one.
                boolean turned = r == rows ^ c == columns;
                capacity[turned ? col : row][turned ? row : col] += much;
                capacity[turned ? row : col][turned ? col : row] += value;
            }
        }
        int from = rows + 1 + c0;
        int to = r0;
        return up ? flow(capacity, from, to) : flow(capacity, to, from);
    }

    private static long sum(long[][] cells) {
        return Arrays.stream(cells).mapToLong(row -> Arrays.stream(row).sum()).sum();
    }

    private static long column(long[][] cells, int c) {
        return Arrays.stream(cells).mapToLong(row -> row[c]).sum();
    }

    private static long flow(long[][] capacity, int from, int to) {
        long flow = 0;
        while (flow < 5) {
            int[] before = new int[capacity.length];
            Arrays.fill(before, -1);
            before[from] = from;
            var queue = new java.util.ArrayDeque<Integer>();
            queue.add(from);
            while (!queue.isEmpty() && before[to] < 0) {
                int node = queue.remove();
                for (int next = 0; next < capacity.length; next++) {
                    if (before[next] < 0 && capacity[node][next] > 0) {
                        before[next] = node;
                        queue.add(next);
                    }
                }
            }
            if (before[to] < 0) {
                return flow;
            }
            for (int node = to; node != from; node = before[node]) {
                capacity[before[node]][node]--;
                capacity[node][before[node]]++;
            }
            flow++;
        }
        return flow;
    }
}
