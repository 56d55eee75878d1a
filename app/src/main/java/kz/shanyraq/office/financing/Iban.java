package kz.shanyraq.office.financing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The number of a bank account in Kazakhstan (ЖСК, ИИК): `KZ`, two check digits, three digits of the bank, thirteen
/// letters and digits of the account.
public record Iban(String number) {

    private static final Pattern FORM = Pattern.compile("KZ[0-9]{2}[0-9]{3}[0-9A-Z]{13}");
    private static final int LENGTH = 20;
    private static final int HEAD = 4;
    private static final int BASE = 97;

    /// @throws IllegalArgumentException if it is no such number
    public Iban {
        String fault = fault(number);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
    }

    /// The number of an account, with the check digits that belong to it.
    ///
    /// @param bank three digits
    /// @param account thirteen letters and digits
    public static Iban of(String bank, String account) {
        int check = 98 - remainder(bank + account + "KZ00");
        return new Iban("KZ%02d%s%s".formatted(check, bank, account));
    }

    /// What is wrong with a number; null if nothing is.
    public static @Nullable String fault(String number) {
        if (number.length() != LENGTH) {
            return "The account '%s' has %d characters, and an account in Kazakhstan has %d."
                    .formatted(number, number.length(), LENGTH);
        }
        if (!FORM.matcher(number).matches()) {
            return "The account '%s' is not KZ, five digits, thirteen capital letters and digits.".formatted(number);
        }
        if (remainder(number.substring(HEAD) + number.substring(0, HEAD)) != 1) {
            return "The account '%s' has wrong check digits. Maybe a digit was mistyped.".formatted(number);
        }
        return null;
    }

    /// The text as a number, a letter being 10 to 35, modulo 97 (ISO 13616).
    private static int remainder(String text) {
        int left = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            left = (left * (value < 10 ? 10 : 100) + value) % BASE;
        }
        return left;
    }
}
