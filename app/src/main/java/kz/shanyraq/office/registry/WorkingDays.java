package kz.shanyraq.office.registry;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// Working days. Only weekends are left out: the public holidays of a year are set by decree and are not in the system,
/// so that a term can end on one.
public final class WorkingDays {

    /// The day that many working days after another.
    public static LocalDate after(LocalDate day, int workingDays) {
        LocalDate due = day;
        for (int left = workingDays; left > 0; ) {
            due = due.plusDays(1);
            if (due.getDayOfWeek() != DayOfWeek.SATURDAY && due.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return due;
    }

    private WorkingDays() {}
}
