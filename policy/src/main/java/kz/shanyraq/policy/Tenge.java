package kz.shanyraq.policy;

/// Rounding of money, which is law and therefore has names. Money is whole tenge, or tiyn (a hundredth of a
/// tenge) where an act keeps two decimals, always in a `long`.
public final class Tenge {

    /// Tiyn in a tenge.
    public static final long TIYN = 100;

    /// Half-up: a half of the unit and more goes up. For amounts that are not negative.
    ///
    /// @throws IllegalArgumentException for a negative amount or a divisor below one
    public static long round(long numerator, long divisor) {
        check(numerator, divisor);
        return (2 * numerator + divisor) / (2 * divisor);
    }

    /// Up to the next whole unit. For amounts that are not negative.
    ///
    /// @throws IllegalArgumentException for a negative amount or a divisor below one
    public static long ceiling(long numerator, long divisor) {
        check(numerator, divisor);
        return (numerator + divisor - 1) / divisor;
    }

    /// The rounding of benefits other than targeted assistance on a day: half-up to whole tenge, in 2018 up
    /// to the next one (`docs/reading-of-the-law.md` §3).
    public static long benefit(Day day, long numerator, long divisor) {
        return day.date().getYear() <= LAST_YEAR_OF_CEILING ? ceiling(numerator, divisor) : round(numerator, divisor);
    }

    /// A coefficient of a figure on a day: whole tenge.
    ///
    /// @param coefficient in hundredths
    /// @param figure in tiyn
    public static long coefficient(Day day, long coefficient, long figure) {
        return benefit(day, coefficient * figure, 100 * TIYN);
    }

    private static final int LAST_YEAR_OF_CEILING = 2018;

    private static void check(long numerator, long divisor) {
        if (numerator < 0 || divisor < 1) {
            throw new IllegalArgumentException(
                    "Cannot round %d / %d: money is not negative.".formatted(numerator, divisor));
        }
    }

    private Tenge() {}
}
