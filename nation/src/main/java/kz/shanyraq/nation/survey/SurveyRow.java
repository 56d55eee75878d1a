package kz.shanyraq.nation.survey;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of a survey's file.
///
/// @param line its physical line, the header being line 1
/// @param fault why the row as a whole cannot be read, or null
record SurveyRow(
        Path file,
        long line,
        Map<String, String> cells,
        @Nullable String fault) {

    /// Digits of a sum in hundredths: less than a hundred million, which at the highest factor is still a sum that
    /// the household format can hold.
    private static final int MOST_DIGITS = 10;

    /// A cell that the survey's layout does not allow: the row cannot be read, nor then its household.
    static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1;

        final transient SurveyRow row;
        final String column;
        final String value;
        final String reason;

        Unfit(SurveyRow row, String column, String value, String reason) {
            super(reason);
            this.row = row;
            this.column = column;
            this.value = value;
            this.reason = reason;
        }
    }

    /// Says that a cell is not as it should be.
    Unfit unfit(String column, String reason) {
        return new Unfit(this, column, text(column), reason);
    }

    /// Checks that the row has as many cells as the header.
    ///
    /// @throws Unfit if it has not
    SurveyRow whole() {
        if (fault != null) {
            throw new Unfit(this, "", "", fault);
        }
        return this;
    }

    /// A cell; empty where the survey did not ask.
    String text(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("The column '%s' was not chosen.".formatted(column));
        }
        return cell;
    }

    /// Whether the survey asked.
    boolean has(String column) {
        return !text(column).isEmpty();
    }

    /// A cell that must not be empty.
    ///
    /// @throws Unfit if it is
    String told(String column) {
        String cell = text(column);
        if (cell.isEmpty()) {
            throw unfit(column, "a value is required");
        }
        return cell;
    }

    /// A whole number.
    ///
    /// @throws Unfit if it is not one from `least` to `most`
    int number(String column, int least, int most) {
        try {
            int number = Integer.parseInt(told(column));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw unfit(column, "'%s' is not a whole number from %d to %d".formatted(text(column), least, most));
    }

    /// A sum in hundredths of the survey's currency; 0 where the survey did not ask.
    ///
    /// @throws Unfit if it is not a number of at most two decimals
    long hundredths(String column) {
        if (!has(column)) {
            return 0;
        }
        try {
            BigDecimal sum = new BigDecimal(text(column)).movePointRight(2);
            if (sum.precision() - sum.scale() <= MOST_DIGITS) {
                return sum.longValueExact();
            }
        } catch (ArithmeticException wrong) { // a number, too
            // said below
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw unfit(column, "'%s' is not a sum of at most two decimals".formatted(text(column)));
    }
}
