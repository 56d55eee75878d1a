package kz.shanyraq.office.benefits;

import java.math.BigInteger;
import java.util.Locale;

/// Bank accounts of Kazakhstan as people type them: an IBAN (ISO 13616) of twenty characters, `KZ`, two check
/// digits, three digits of the bank, thirteen characters of the account.
public final class Accounts {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    /// What is wrong with an account; the last part of its message key.
    public enum Wrong {
        /// Nothing was typed.
        EMPTY,
        /// It does not begin with `KZ`.
        COUNTRY,
        /// It has not twenty characters of the right kinds.
        FORM,
        /// The check digits do not fit: a digit was mistyped.
        CHECK;

        /// Its word.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// An account without blanks, in capitals.
    public static String tidy(String typed) {
        return typed.replaceAll("[\\s\u00a0-]", "").toUpperCase(Locale.ROOT);
    }

    /// What is wrong with a tidy account; null if nothing is.
    public static @org.jspecify.annotations.Nullable Wrong wrong(String iban) {
        if (iban.isEmpty()) {
            return Wrong.EMPTY;
        }
        if (!iban.startsWith("KZ")) {
            return Wrong.COUNTRY;
        }
        if (!iban.matches("KZ\\d{2}\\d{3}[A-Z0-9]{13}")) {
            return Wrong.FORM;
        }
        var digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValue() == 1 ? null : Wrong.CHECK;
    }

    /// An account as it is shown where not all of it need be seen: its bank and its last four characters.
    public static String masked(String iban) {
        return iban.substring(0, 7) + "…" + iban.substring(iban.length() - 4);
    }

    private Accounts() {}
}
