package kz.shanyraq.policy.household;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a data set covers: which columns its files have, whether incomes were delivered, and which registers
/// were asked for which months. What is not covered is not known, for every family alike.
public final class Coverage {

    /// Every column, every register, every month: for households written by hand.
    public static final Coverage FULL = new Coverage(EnumSet.allOf(Column.class), true, List.of());

    /// A register that answered for the months `from` to `to` (year × 12 + month − 1, both inclusive). Its
    /// kind is a code of [IncomeKind], `livestock`, `plots`, `property`, or `*` for all.
    public record Asked(String kind, int from, int to) {}

    /// The kind that stands for every kind.
    public static final String EVERY_KIND = "*";

    private static final List<String> OTHER_KINDS = List.of("livestock", "plots", "property", EVERY_KIND);

    private final Set<Column> columns;
    private final boolean incomes;
    private final List<Asked> asked;
    private volatile @Nullable NotAsked latest;

    /// What was not asked for one of the months from `month` on.
    ///
    /// @param kinds the kinds of income, as bits of [IncomeKind]; all of them if there is no file of incomes
    /// @param livestock whether the register of livestock was not asked; likewise plots and property
    public record NotAsked(int month, int months, long kinds, boolean livestock, boolean plots, boolean property) {}

    /// @param columns the columns that the files have
    /// @param incomes whether there is a file of incomes
    /// @param asked which registers were asked; none for "all of them"
    public Coverage(Set<Column> columns, boolean incomes, List<Asked> asked) {
        this.columns = columns.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(columns);
        this.incomes = incomes;
        this.asked = List.copyOf(asked);
    }

    /// Whether the files have a column.
    public boolean has(Column column) {
        return columns.contains(column);
    }

    /// The columns that the files have.
    public Set<Column> columns() {
        return EnumSet.copyOf(columns);
    }

    /// Whether there is a file of incomes.
    public boolean incomes() {
        return incomes;
    }

    /// Which registers were asked; empty for "all of them".
    public List<Asked> asked() {
        return asked;
    }

    /// What was not asked for one of some months.
    ///
    /// @param firstMonth the first of the months, year × 12 + month − 1
    public NotAsked notAsked(int firstMonth, int months) {
        NotAsked known = latest;
        if (known == null || known.month != firstMonth || known.months != months) {
            long kinds = 0;
            for (IncomeKind kind : IncomeKind.values()) {
                if (!incomes || !wasAsked(kind.code(), firstMonth, months)) {
                    kinds |= 1L << kind.ordinal();
                }
            }
            known = new NotAsked(
                    firstMonth,
                    months,
                    kinds,
                    !wasAsked("livestock", firstMonth, months),
                    !wasAsked("plots", firstMonth, months),
                    !wasAsked("property", firstMonth, months));
            latest = known;
        }
        return known;
    }

    /// Whether a kind was asked for each of some months.
    public boolean wasAsked(String kind, int firstMonth, int months) {
        List<Asked> rows = asked.stream()
                .filter(row -> row.kind.equals(kind) || row.kind.equals(EVERY_KIND))
                .toList();
        if (rows.isEmpty()) {
            return true;
        }
        for (int month = firstMonth; month < firstMonth + months; month++) {
            int wanted = month;
            if (rows.stream().noneMatch(row -> row.from <= wanted && wanted <= row.to)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a text is a kind that the file of sources may name.
    public static boolean isKind(String text) {
        return OTHER_KINDS.contains(text)
                || Arrays.stream(IncomeKind.values())
                        .anyMatch(kind -> kind.code().equals(text));
    }
}
