package kz.shanyraq.office.registry;

import java.util.Arrays;

/// Hides counts under five, and as many others as keep them from being worked out from totals (complementary
/// suppression).
///
/// A table has rows, columns, a total of each and a grand total. Every count under five is hidden. Then:
/// 1. a row without any count of five or more is hidden whole, with its total, together with the smallest row of which
/// every count is five or more;
///    the same with columns. Between the two rows every count can move from one to the other, and no total that is
/// shown changes.
/// 2. For each other hidden count a rectangle is sought: another row and another column whose three other corners are
/// five or more; all four are
///    hidden, at the least cost. Along a rectangle one and the same number can be added and taken away in turn, and
/// every total stays: so the
///    count under five may be anything from 0 to 4, for all that the rest of the table tells.
/// 3. Where neither is possible, nothing but the grand total is shown.
///
/// In a table of one column, the counts under five are hidden, and with them the smallest of the others.
///
/// The mark for a hidden count does not tell whether it is small or hidden for the sake of another.
public final class Suppression {

    /// The least count that is shown.
    public static final long LEAST = 5;

    private final long[][] cells;
    private final boolean totalsFixed;
    private final boolean[][] hidden;
    private final int rows;
    private final int columns;

    private Suppression(long[][] cells, boolean totalsFixed) {
        this.cells = cells;
        this.totalsFixed = totalsFixed;
        this.rows = cells.length;
        this.columns = rows == 0 ? 0 : cells[0].length;
        this.hidden = new boolean[rows + 1][columns + 1];
    }

    /// What of a table is hidden: a row and a column more than the table, for the totals.
    ///
    /// @param totalsFixed whether the totals of columns stand elsewhere: they stay, and are five or more
    public static boolean[][] hide(long[][] cells, boolean totalsFixed) {
        var suppression = new Suppression(cells, totalsFixed);
        if (suppression.columns == 1) {
            suppression.protectColumn();
            return suppression.hidden;
        }
        if (!suppression.protect()) {
            for (boolean[] row : suppression.hidden) {
                Arrays.fill(row, true);
            }
            if (totalsFixed) {
                Arrays.fill(suppression.hidden[suppression.rows], false);
            }
            suppression.hidden[suppression.rows][suppression.columns] = suppression.total() < LEAST;
        }
        return suppression.hidden;
    }

    private long total() {
        return Arrays.stream(cells).mapToLong(row -> Arrays.stream(row).sum()).sum();
    }

    /// One column: what is hidden has at least five together, or its total is hidden too.
    private void protectColumn() {
        int helper = -1;
        boolean small = false;
        for (int r = 0; r < rows; r++) {
            boolean few = cells[r][0] < LEAST;
            small |= few;
            Arrays.fill(hidden[r], few);
            if (!few && (helper < 0 || cells[r][0] < cells[helper][0])) {
                helper = r;
            }
        }
        if (small && helper >= 0) {
            Arrays.fill(hidden[helper], true);
        }
        Arrays.fill(hidden[rows], !totalsFixed && total() < LEAST);
    }

    private boolean protect() {
        if (rows < 2 || columns < 2) {
            return Arrays.stream(cells).allMatch(row -> Arrays.stream(row).allMatch(cell -> cell >= LEAST));
        }
        for (int r = 0; r < rows; r++) {
            if (Arrays.stream(cells[r]).max().orElse(0) < LEAST && !hideRow(r)) {
                return false;
            }
        }
        for (int c = 0; c < columns; c++) {
            int column = c;
            if (Arrays.stream(cells).mapToLong(row -> row[column]).max().orElse(0) < LEAST && !hideColumn(c)) {
                return false;
            }
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                boolean safe = hidden[r][columns] || hidden[rows][c];
                if (cells[r][c] < LEAST && !safe && !hideRectangle(r, c) && !hideRow(r)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Hides a row whole, and with it the smallest row of which every count is five or more.
    private boolean hideRow(int r) {
        int helper = -1;
        for (int other = 0; other < rows; other++) {
            boolean full = other != r && Arrays.stream(cells[other]).allMatch(cell -> cell >= LEAST);
            if (full && (helper < 0 || cost(other) < cost(helper))) {
                helper = other;
            }
        }
        if (helper < 0) {
            return false;
        }
        Arrays.fill(hidden[r], true);
        Arrays.fill(hidden[helper], true);
        return true;
    }

    private long cost(int row) {
        return hidden[row][columns] ? 0 : Arrays.stream(cells[row]).sum();
    }

    private boolean hideColumn(int c) {
        if (totalsFixed) {
            return false;
        }
        int helper = -1;
        long least = Long.MAX_VALUE;
        for (int other = 0; other < columns; other++) {
            long cost = 0;
            boolean full = other != c;
            for (int r = 0; r < rows && full; r++) {
                full = hidden[r][columns] || cells[r][other] >= LEAST;
                cost += hidden[rows][other] ? 0 : cells[r][other];
            }
            if (full && cost < least) {
                helper = other;
                least = cost;
            }
        }
        if (helper < 0) {
            return false;
        }
        for (int r = 0; r <= rows; r++) {
            hidden[r][c] = true;
            hidden[r][helper] = true;
        }
        return true;
    }

    private boolean hideRectangle(int r, int c) {
        int row = -1;
        int column = -1;
        long least = Long.MAX_VALUE;
        for (int r2 = 0; r2 < rows; r2++) {
            for (int c2 = 0; c2 < columns; c2++) {
                if (r2 != r && c2 != c && cells[r][c2] >= LEAST && cells[r2][c] >= LEAST && cells[r2][c2] >= LEAST) {
                    long cost = shown(r, c2) + shown(r2, c) + shown(r2, c2);
                    if (cost < least) {
                        least = cost;
                        row = r2;
                        column = c2;
                    }
                }
            }
        }
        if (row < 0) {
            return false;
        }
        hidden[r][c] = true;
        hidden[r][column] = true;
        hidden[row][c] = true;
        hidden[row][column] = true;
        return true;
    }

    private long shown(int r, int c) {
        return hidden[r][c] ? 0 : cells[r][c];
    }
}
