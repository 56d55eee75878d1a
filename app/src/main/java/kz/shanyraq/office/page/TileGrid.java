package kz.shanyraq.office.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Where equal tiles stand that picture places by where they lie: each on a cell of its own, and of no two of them is
/// both the eastern one in the west and the northern one in the south.
///
/// Boundaries of districts are not in the public domain in a form that may be passed on, and an area is not what counts
/// here: a steppe of five thousand families would outshine a town of five hundred thousand. So each district is a tile
/// of one size.
///
/// The cells are those that lie nearest to the places, all together: the sum of squared distances is the least there
/// is. To exchange two tiles would not make it less, and from this it follows that two tiles never stand the other way
/// round in both directions.
public final class TileGrid {

    /// A place: degrees north and east.
    public record Point(double north, double east) {}

    /// A cell, from the west and from the north.
    public record Cell(int column, int row) {}

    private static final int MOST_COLUMNS = 8;

    /// How many cells there are for each place: with some to spare, the shape of the whole shows.
    private static final double ROOM = 1.35;

    /// The cells of some places; the same for the same places, whatever their order.
    public static Map<Integer, Cell> of(Map<Integer, Point> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        var sorted = new TreeMap<>(places);
        List<Point> points = List.copyOf(sorted.values());
        int n = points.size();
        double middle = points.stream().mapToDouble(Point::north).average().orElse(0);
        double[] east = spread(points, Point::east);
        double[] south = spread(points, point -> -point.north());
        double width = range(points, Point::east) * Math.cos(Math.toRadians(middle));
        double height = range(points, Point::north);
        double shape = Math.clamp(width <= 0 || height <= 0 ? 1 : width / height, 0.5, 2.5);
        int columns = Math.clamp(Math.round(Math.sqrt(n * ROOM * shape)), 1, Math.min(n, MOST_COLUMNS));
        int rows = (int) Math.ceil(Math.max(n, n * ROOM) / columns);
        double[][] costs = new double[n][columns * rows];
        for (int i = 0; i < n; i++) {
            for (int cell = 0; cell < columns * rows; cell++) {
                int column = cell % columns;
                int row = cell / columns;
                double dx = east[i] * (columns - 1) - column;
                double dy = south[i] * (rows - 1) - row;
                costs[i][cell] = dx * dx + dy * dy;
            }
        }
        int[] chosen = cheapest(costs);
        int[] column = close(Arrays.stream(chosen).map(cell -> cell % columns).toArray());
        int[] row = close(Arrays.stream(chosen).map(cell -> cell / columns).toArray());
        Map<Integer, Cell> cells = new TreeMap<>();
        int i = 0;
        for (int code : sorted.keySet()) {
            cells.put(code, new Cell(column[i], row[i]));
            i++;
        }
        return cells;
    }

    private static double range(List<Point> points, ToDoubleFunction<Point> of) {
        var all = points.stream().mapToDouble(of).summaryStatistics();
        return all.getMax() - all.getMin();
    }

    /// From 0 to 1, half by measure and half by rank: towns stand close together and would fill one corner.
    private static double[] spread(List<Point> points, ToDoubleFunction<Point> of) {
        int n = points.size();
        double least = points.stream().mapToDouble(of).min().orElse(0);
        double range = range(points, of);
        List<Integer> order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> of.applyAsDouble(points.get(i))))
                .toList();
        double[] spread = new double[n];
        for (int rank = 0; rank < n; rank++) {
            int i = order.get(rank);
            double measured = range == 0 ? 0.5 : (of.applyAsDouble(points.get(i)) - least) / range;
            spread[i] = n == 1 ? 0.5 : (measured + (double) rank / (n - 1)) / 2;
        }
        return spread;
    }

    /// Columns or rows without a tile are left out.
    private static int[] close(int[] lines) {
        List<Integer> used = Arrays.stream(lines).distinct().sorted().boxed().toList();
        return Arrays.stream(lines).map(used::indexOf).toArray();
    }

    /// For each row of costs a column of its own, so that together they cost least (the Hungarian method).
    private static int[] cheapest(double[][] costs) {
        int n = costs.length;
        int m = costs[0].length;
        double[] ofRow = new double[n + 1];
        double[] ofColumn = new double[m + 1];
        int[] rowOf = new int[m + 1];
        int[] before = new int[m + 1];
        for (int row = 1; row <= n; row++) {
            rowOf[0] = row;
            int column = 0;
            double[] least = new double[m + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            boolean[] done = new boolean[m + 1];
            do {
                done[column] = true;
                int at = rowOf[column];
                double step = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int j = 1; j <= m; j++) {
                    if (!done[j]) {
                        double reduced = costs[at - 1][j - 1] - ofRow[at] - ofColumn[j];
                        if (reduced < least[j]) {
                            least[j] = reduced;
                            before[j] = column;
                        }
                        if (least[j] < step) {
                            step = least[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= m; j++) {
                    if (done[j]) {
                        ofRow[rowOf[j]] += step;
                        ofColumn[j] -= step;
                    } else {
                        least[j] -= step;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            do {
                rowOf[column] = rowOf[before[column]];
                column = before[column];
            } while (column != 0);
        }
        var chosen = new ArrayList<Integer>(java.util.Collections.nCopies(n, 0));
        for (int j = 1; j <= m; j++) {
            if (rowOf[j] != 0) {
                chosen.set(rowOf[j] - 1, j - 1);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private TileGrid() {}
}
