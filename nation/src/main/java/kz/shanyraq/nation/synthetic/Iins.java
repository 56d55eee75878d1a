package kz.shanyraq.nation.synthetic;

import java.time.LocalDate;
import kz.shanyraq.nation.Iin;

/// Gives every person a demo number: the date of birth without its century, 1 or 2 (the nineteenth century:
/// nobody who lives), a serial that is counted by day and sex, the check digit. To be asked in the order of
/// the persons.
final class Iins {

    private static final int DAYS = 366;

    private final short[] next = new short[100 * DAYS * 2];
    private final char[] digits = new char[12];

    /// The next number for a date of birth and a sex.
    byte[] next(int birth, boolean male) {
        LocalDate date = LocalDate.ofEpochDay(birth);
        int cell = ((date.getYear() % 100) * DAYS + date.getDayOfYear() - 1) * 2 + (male ? 1 : 0);
        put(0, date.getYear() % 100, 2);
        put(2, date.getMonthValue(), 2);
        put(4, date.getDayOfMonth(), 2);
        put(6, male ? 1 : 2, 1);
        int check;
        do {
            int serial = next[cell]++;
            if (serial > 9_999) {
                throw new IllegalStateException("""
                        More than ten thousand persons of one sex are born on a day like %s.
                        Maybe the nation is far larger than 20 million.""".formatted(date));
            }
            put(7, serial, 4);
            check = Iin.checkDigit(new String(digits));
        } while (check == Iin.NONE);
        put(11, check, 1);
        byte[] bytes = new byte[digits.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) digits[i];
        }
        return bytes;
    }

    private void put(int at, int number, int width) {
        int rest = number;
        for (int i = at + width - 1; i >= at; i--) {
            digits[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
