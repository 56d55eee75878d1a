package kz.shanyraq.policy.explain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Column.Type;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;
import org.jspecify.annotations.Nullable;

/// "Unless": the smallest single change of a fact that flips an answer, found and verified by running the law
/// again.
///
/// A refusal flips to a grant, a grant to a refusal (or to a family whom the benefit does not concern), and
/// where a missing fact leaves the answer open, knowing it flips to a grant if it can, else to a refusal.
/// Facts that nobody can change (date of birth, sex) are changed only where they are missing. Changes of different
/// kinds are compared by kind first: for a refusal
/// a missing fact, then an event's date, a number, a yes or no, a sum, a code; for a grant the sum first,
/// because that is what will most likely happen. Within a kind the smaller change wins, then the larger row
/// of income, then the order of the rows.
public final class Unless {

    private static final Set<Column> NOT_CHANGEABLE = Set.of(
            Column.REGION,
            Column.BIRTH_DATE,
            Column.SEX,
            Column.RELATION,
            Column.AWARD,
            Column.INCOME_MONTH,
            Column.INCOME_KIND,
            Column.LIVESTOCK_KIND,
            Column.PLOT_KIND);

    private static final List<Type> FOR_A_REFUSAL =
            List.of(Type.EVENT, Type.COUNT, Type.BOOLEAN, Type.MONEY, Type.AREA, Type.CODE, Type.BENEFITS, Type.DATE);
    private static final List<Type> FOR_A_GRANT =
            List.of(Type.MONEY, Type.COUNT, Type.AREA, Type.CODE, Type.BOOLEAN, Type.EVENT, Type.BENEFITS, Type.DATE);

    private static final int YEARS_BACK = 10;
    private static final int[] AGES = {0, 2, 5, 10, 17, 20, 30, 45, 59, 70};
    private static final long MOST_MONEY = 1_000_000_000L;
    private static final long MOST_AREA = 99_999_999_999L; // the largest that the household format holds
    private static final long MOST_COUNT = 500;

    private final Catalogue catalogue;
    private final Households h;
    private final Benefit benefit;
    private final int about;
    private final Assessments rows = new Assessments();
    private final Outcome goal;
    private @Nullable Flip best;
    private long bestRank = Long.MAX_VALUE;
    private long bestDistance = Long.MAX_VALUE;
    private long bestRow = Long.MAX_VALUE;

    private Unless(Catalogue catalogue, Households one, Benefit benefit, int about, Outcome goal) {
        this.catalogue = catalogue;
        this.h = one;
        this.benefit = benefit;
        this.about = about;
        this.goal = goal;
    }

    /// The smallest change that flips the answer of an explanation; null where no single change does, or the
    /// family has rejected rows.
    ///
    /// @param f the family, as a row of the block
    public static @Nullable Flip find(Catalogue catalogue, Households h, int f, Explanation explanation) {
        if (h.rejected[f] != 0) {
            return null;
        }
        Households one = h.only(f);
        int about = explanation.person();
        return switch (explanation.outcome()) {
            case GRANTED ->
                new Unless(catalogue, one, explanation.benefit(), about, Outcome.REFUSED).search(FOR_A_GRANT, false);
            case REFUSED ->
                new Unless(catalogue, one, explanation.benefit(), about, Outcome.GRANTED).search(FOR_A_REFUSAL, false);
            case UNDECIDED -> {
                Flip granted = new Unless(catalogue, one, explanation.benefit(), about, Outcome.GRANTED)
                        .search(FOR_A_REFUSAL, true);
                yield granted != null
                        ? granted
                        : new Unless(catalogue, one, explanation.benefit(), about, Outcome.REFUSED)
                                .search(FOR_A_REFUSAL, true);
            }
        };
    }

    private @Nullable Flip search(List<Type> kinds, boolean onlyMissing) {
        Set<Column> columns = EnumSet.noneOf(Column.class);
        for (Steps.Definition step :
                Steps.of(catalogue.sheet(h, 0, Math.max(0, about), benefit).getClass())) {
            columns.addAll(List.of(step.cites().reads()));
        }
        for (Column column : columns) {
            if (column.held() && column.type() != Type.MONTH) {
                for (int row = 0; row < h.rows(column.file()); row++) {
                    long now = column.get(h, row);
                    boolean missing = now == column.type().unknown();
                    if (missing || !onlyMissing && !NOT_CHANGEABLE.contains(column)) {
                        // Ranks leave room for "a missing fact first".
                        tryRow(column, row, now, missing, (missing ? 0 : 10) + kinds.indexOf(column.type()));
                    }
                }
            }
        }
        return best;
    }

    private void tryRow(Column column, int row, long now, boolean missing, long rank) {
        if (rank > bestRank) {
            return;
        }
        switch (column.type()) {
            case BOOLEAN -> tryAll(column, row, now, rank, 0, 1);
            case CODE -> {
                for (int code = 0; code < column.codes().size(); code++) {
                    if (canBe(column, row, (byte) code)) {
                        tryAll(column, row, now, rank, code);
                    }
                }
            }
            case BENEFITS -> tryAll(column, row, now, rank, 0);
            case COUNT, MONEY, AREA -> {
                long from = missing ? 0 : now;
                tryAll(column, row, now, rank, from);
                tryNearest(column, row, now, rank, step -> from - step, from);
                tryNearest(column, row, now, rank, step -> from + step, most(column.type()) - from);
            }
            case EVENT -> {
                long day = catalogue.day().day();
                tryAll(column, row, now, rank, Households.NEVER, day);
                if (now > Households.NEVER) {
                    tryNearest(column, row, now, rank, step -> now - step, 366L * YEARS_BACK);
                }
            }
            case DATE -> {
                for (int age : AGES) {
                    LocalDate birth = catalogue.day().date().minusYears(age).minusMonths(1);
                    tryAll(column, row, now, rank, birth.toEpochDay());
                }
            }
            case TEXT, MONTH -> throw new IllegalStateException(column.name());
        }
    }

    /// Whether a code can turn out: of disabilities, that of a child only for who may be under 18, a group only for
    /// who may be older.
    private boolean canBe(Column column, int row, byte code) {
        if (column != Column.DISABILITY || Disability.NONE.is(code) || h.birthDate[row] == Households.UNKNOWN_DATE) {
            return true;
        }
        return Disability.CHILD.is(code) == catalogue.day().under18(h.birthDate[row]);
    }

    private static long most(Type type) {
        return switch (type) {
            case COUNT -> MOST_COUNT;
            case AREA -> MOST_AREA;
            default -> MOST_MONEY;
        };
    }

    private void tryAll(Column column, int row, long now, long rank, long... values) {
        for (long to : values) {
            if (to != now && flips(column, row, now, to)) {
                keep(column, row, now, to, rank, distance(column, now, to));
            }
        }
    }

    /// The smallest step up to a limit that flips: found by doubling, then by halving.
    private void tryNearest(Column column, int row, long now, long rank, LongUnaryOperator value, long limit) {
        long flipping = 0;
        long not = 0;
        for (long step = 1; flipping == 0 && not < limit; step = Math.min(limit, 2 * step)) {
            if (flips(column, row, now, value.applyAsLong(step))) {
                flipping = step;
            } else {
                not = step;
            }
        }
        while (flipping - not > 1) {
            long middle = (flipping + not) / 2;
            if (flips(column, row, now, value.applyAsLong(middle))) {
                flipping = middle;
            } else {
                not = middle;
            }
        }
        if (flipping > 0) {
            keep(column, row, now, value.applyAsLong(flipping), rank, flipping);
        }
    }

    private static long distance(Column column, long now, long to) {
        return switch (column.type()) {
            case COUNT, MONEY, AREA -> now < 0 ? to : Math.abs(to - now);
            case EVENT -> to == Households.NEVER ? 1_000_000 : 500_000;
            default -> 1;
        };
    }

    private boolean flips(Column column, int row, long now, long to) {
        column.set(h, row, to);
        Outcome outcome = outcome(answer());
        column.set(h, row, now);
        return outcome == goal;
    }

    /// The row of the answer, as the nation is assessed; -1 if the benefit does not concern the person or the
    /// family at all.
    private int answer() {
        rows.clear();
        catalogue.assess(h, benefit, rows);
        for (int row = 0; row < rows.size; row++) {
            if (rows.person[row] == about) {
                return row;
            }
        }
        return -1;
    }

    /// Whom a benefit does not concern is not entitled to it.
    private Outcome outcome(int answer) {
        return answer < 0 ? Outcome.REFUSED : rows.outcome(answer);
    }

    private void keep(Column column, int row, long now, long to, long rank, long distance) {
        boolean income = column.file() == HouseholdFile.INCOMES && column.type() == Type.MONEY;
        long tie = income ? -now : row; // among incomes that need the same change, the largest
        if (rank < bestRank
                || rank == bestRank && (distance < bestDistance || distance == bestDistance && tie < bestRow)) {
            column.set(h, row, to);
            int answer = answer();
            best = new Flip(
                    column,
                    row,
                    now,
                    to,
                    outcome(answer),
                    answer < 0 ? 0 : rows.monthly[answer],
                    answer < 0 ? 0 : rows.once[answer]);
            column.set(h, row, now);
            bestRank = rank;
            bestDistance = distance;
            bestRow = tie;
        }
    }
}
