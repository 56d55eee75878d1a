package kz.shanyraq.nation.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import kz.shanyraq.policy.Tenge;

/// How many tenge stand for one unit of a survey's currency.
///
/// @param millionths of a tenge
public record Factor(long millionths) {

    /// One tenge for one unit.
    public static final Factor ONE = new Factor(Factor.SCALE);

    private static final long SCALE = 1_000_000;
    private static final int DECIMALS = 6;

    /// Decimals of a rate that we compute ourselves: as many as can be said and typed.
    private static final long LAST_DECIMAL = 100;

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    /// A rate from its text, such as `63.9374`.
    ///
    /// @throws IllegalArgumentException with a sentence, if it is not a number above 0 and up to 10 000 of at most
    ///     six decimals
    public static Factor of(String text) {
        try {
            var number = new BigDecimal(text);
            if (number.signum() > 0 && number.compareTo(MOST) <= 0 && number.scale() <= DECIMALS) {
                return new Factor(number.movePointRight(DECIMALS).longValueExact());
            }
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw new IllegalArgumentException(
                "The factor '%s' is not a number above 0 and up to 10000 of at most six decimals.".formatted(text));
    }

    /// A quotient of two sums as a rate, half-up to four decimals.
    static Factor ofQuotient(long tiyn, long hundredths) {
        return new Factor(LAST_DECIMAL * Tenge.round(tiyn * (SCALE / LAST_DECIMAL), hundredths));
    }

    /// A sum in hundredths of the survey's currency, in whole tenge, half-up.
    public long tenge(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2)
                .multiply(BigDecimal.valueOf(millionths, DECIMALS))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /// The rate as [#of] reads it.
    @Override
    public String toString() {
        return BigDecimal.valueOf(millionths, DECIMALS).stripTrailingZeros().toPlainString();
    }
}
