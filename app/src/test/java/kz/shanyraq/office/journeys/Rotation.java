package kz.shanyraq.office.journeys;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// What a run walks where everything would take too long: one of several ways in each place, the next one tomorrow.
/// `-Dmatrix=full` walks all of them, `-Dmatrix=20640` those of a day, counted from 1970-01-01.
final class Rotation {

    private static final String WANTED = System.getProperty("matrix", "");
    private static final boolean FULL = WANTED.equals("full");
    private static final long DAY =
            FULL || WANTED.isEmpty() ? LocalDate.now(ZoneOffset.UTC).toEpochDay() : Long.parseLong(WANTED);

    /// Whether everything is walked.
    static boolean full() {
        return FULL;
    }

    /// Which of these are walked in a place; neighbouring places differ.
    static <T> List<T> of(int place, List<T> ways) {
        return FULL ? ways : List.of(ways.get(Math.floorMod(DAY + place, ways.size())));
    }

    /// What repeats this run another day.
    static String told() {
        return FULL ? "-Dmatrix=full" : "-Dmatrix=" + DAY;
    }

    private Rotation() {}
}
