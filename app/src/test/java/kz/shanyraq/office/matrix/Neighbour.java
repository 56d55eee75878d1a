package kz.shanyraq.office.matrix;

import java.time.LocalDate;
import java.util.List;

/// A person of the village. Everybody here is invented; the seventh digit of the number is that of the nineteenth
/// century, so that nobody alive has it.
///
/// @param relation to the head of the family, a word of the household format
public record Neighbour(
        String lastName,
        String firstName,
        String patronymic,
        char sex,
        LocalDate birth,
        String relation,
        String phone,
        String iin) {

    static Neighbour of(
            String lastName,
            String firstName,
            String patronymic,
            char sex,
            String birth,
            String relation,
            String phone,
            int serial) {
        return new Neighbour(
                lastName,
                firstName,
                patronymic,
                sex,
                LocalDate.parse(birth),
                relation,
                phone,
                iin(LocalDate.parse(birth), sex, serial));
    }

    /// What of the person must not be seen by others.
    List<String> marks() {
        return List.of(lastName, firstName, patronymic, phone, phone.substring(1), iin);
    }

    private static String iin(LocalDate birth, char sex, int serial) {
        for (int tried = serial; ; tried++) {
            String stem = "%02d%02d%02d%s%04d"
                    .formatted(
                            birth.getYear() % 100,
                            birth.getMonthValue(),
                            birth.getDayOfMonth(),
                            sex == 'm' ? '1' : '2',
                            tried);
            int check = sum(stem, 1);
            if (check == 10) {
                check = sum(stem, 3);
            }
            if (check < 10) {
                return stem + check;
            }
        }
    }

    private static int sum(String stem, int first) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += (stem.charAt(i) - '0') * ((first - 1 + i) % 11 + 1);
        }
        return sum % 11;
    }
}
