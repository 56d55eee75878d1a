package kz.shanyraq.office.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a number does not fit what else is known of a person. It may warn, never refuse: since 2013 the digits are
/// no evidence of birth date
/// or sex. The century of a demo number (7th digit 1 or 2) is not compared.
final class IinWarnings {

    /// The keys of the words of the warnings.
    static List<String> of(String iin, @Nullable LocalDate birth, @Nullable String sex) {
        List<String> warnings = new ArrayList<>();
        int seventh = iin.charAt(6) - '0';
        if (birth != null) {
            String written =
                    "%02d%02d%02d".formatted(birth.getYear() % 100, birth.getMonthValue(), birth.getDayOfMonth());
            boolean demo = seventh == 1 || seventh == 2;
            boolean century = demo || seventh == 0 || birth.getYear() / 100 == 18 + (seventh - 1) / 2;
            if (!iin.startsWith(written) || !century) {
                warnings.add("registry.iin.birth_differs");
            }
        }
        if (sex != null && seventh >= 1 && seventh <= 6 && (seventh % 2 == 1) != sex.equals("m")) {
            warnings.add("registry.iin.sex_differs");
        }
        return List.copyOf(warnings);
    }

    private IinWarnings() {}
}
