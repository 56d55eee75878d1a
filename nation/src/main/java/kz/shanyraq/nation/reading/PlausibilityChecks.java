package kz.shanyraq.nation.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import kz.shanyraq.nation.Iin;
import kz.shanyraq.nation.Territory;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Study;

/// What is readable but unlikely: told as warnings, never rejected.
final class PlausibilityChecks {

    private static final int OLDEST_PUPIL = 25;
    private static final int OLDEST = 115;

    private final Warnings warnings;
    private final long bornOfOldestPupil;
    private final long bornOfOldest;
    private final long end;

    PlausibilityChecks(Warnings warnings, YearMonth month) {
        LocalDate day = month.atDay(1);
        this.warnings = warnings;
        this.bornOfOldestPupil = day.minusYears(OLDEST_PUPIL).toEpochDay();
        this.bornOfOldest = day.minusYears(OLDEST).toEpochDay();
        this.end = month.atEndOfMonth().toEpochDay();
    }

    void family(TableOfColumns table, int row) {
        long region = table.value(Column.REGION, row);
        if (!Territory.isRegion((int) region)) {
            warnings.add("A region that is not in the list", Column.REGION.format(region));
        }
        String district = table.text(Column.DISTRICT, row);
        if (!district.isEmpty() && !Territory.isDistrict(district)) {
            warnings.add("A district that is not in the list", district);
        }
    }

    void person(TableOfColumns table, int row) {
        long birth = table.value(Column.BIRTH_DATE, row);
        if (birth != Households.UNKNOWN_DATE) {
            String id = table.text(Column.PERSON_ID, row);
            if (birth > end) {
                warnings.add("A person born after the month of the assessment", id);
            } else if (birth < bornOfOldest) {
                warnings.add("A person older than %d years".formatted(OLDEST), id);
            } else if (birth < bornOfOldestPupil && Study.SCHOOL.is((byte) table.value(Column.STUDY, row))) {
                warnings.add("A pupil older than %d years".formatted(OLDEST_PUPIL), id);
            }
        }
        String iin = table.text(Column.IIN, row);
        if (!iin.isEmpty() && !Iin.isValid(iin)) {
            warnings.add("An IIN whose check digit is wrong", "of " + table.text(Column.PERSON_ID, row));
        }
    }

    /// A family should have one head.
    void heads(int heads, String family) {
        if (heads != 1) {
            warnings.add(heads == 0 ? "A family without a head" : "A family with several heads", family);
        }
    }
}
