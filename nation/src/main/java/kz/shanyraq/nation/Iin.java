package kz.shanyraq.nation;

/// The individual identification number (жеке сәйкестендіру нөмірі, ИИН): twelve digits, of which the last is
/// a check digit.
///
/// The date of birth and the sex inside are no evidence since 2013: a mismatch may warn, never refuse. A
/// *demo* number has 1 or 2 as seventh digit (the nineteenth century), so that it can be nobody's who lives;
/// its century is not compared.
public final class Iin {

    private static final int LENGTH = 12;
    private static final int[] FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

    /// No check digit exists for eleven digits, and no such number is issued.
    public static final int NONE = -1;

    /// Whether a text is twelve digits with a right check digit.
    public static boolean isValid(String iin) {
        if (iin.length() != LENGTH || !iin.chars().allMatch(c -> c >= '0' && c <= '9') || iin.equals("000000000000")) {
            return false;
        }
        return checkDigit(iin) == iin.charAt(LENGTH - 1) - '0';
    }

    /// The check digit of the first eleven digits of a text: a sum of the digits times their places modulo
    /// 11; if that is 10, the same with the weights 3 to 11, 1, 2; if that is 10 too, [#NONE].
    public static int checkDigit(CharSequence digits) {
        int first = sum(digits, FIRST) % 11;
        if (first < 10) {
            return first;
        }
        int second = sum(digits, SECOND) % 11;
        return second < 10 ? second : NONE;
    }

    private static int sum(CharSequence digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    private Iin() {}
}
