package kz.shanyraq.office.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Working days (жұмыс күндері, рабочие дни) of Kazakhstan, by which terms are counted. Holidays, their sources and
/// what
/// of them is not confirmed stand in `working_days.csv`. A holiday on a Saturday or Sunday gives the next working day
/// off; Kurban Ait and 7 January do not. In some years a decree exchanges a working day for a Saturday or Sunday.
public final class WorkingDays {

    /// The first and the last year that the table knows.
    public static final int FIRST = 2018;

    /// The last year that the table knows.
    public static final int LAST = 2030;

    /// For later years no decree that exchanges working days was seen.
    private static final int LAST_DECREED = 2025;

    private static final String UNCONFIRMED = "unconfirmed: ";
    private static final int COLUMNS = 5;
    private static final NavigableMap<LocalDate, Row> ROWS = calendar();

    /// A line of the table on one day.
    private record Row(String kind, String source) {}

    /// Why a day that would be a working day is none, or the other way round.
    ///
    /// @param source the act, without the mark of what is not confirmed
    /// @param confirmed whether it was seen in a public source
    public record Special(LocalDate day, boolean working, String source, boolean confirmed) {}

    /// The day that many working days after another. The day itself does not count.
    ///
    /// @throws IllegalArgumentException if the count leaves the years of the table
    public static LocalDate plus(LocalDate day, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("A term of %d working days.".formatted(workingDays));
        }
        LocalDate due = day;
        for (int left = workingDays; left > 0; ) {
            due = due.plusDays(1);
            if (isWorking(due)) {
                left--;
            }
        }
        return due;
    }

    /// How many working days there are after a day, up to another and with it; none if the other is not later.
    public static int between(LocalDate day, LocalDate until) {
        int count = 0;
        for (LocalDate next = day.plusDays(1); !next.isAfter(until); next = next.plusDays(1)) {
            if (isWorking(next)) {
                count++;
            }
        }
        return count;
    }

    /// Whether a day is a working day.
    public static boolean isWorking(LocalDate day) {
        Row row = ROWS.get(known(day));
        return row == null ? !weekend(day) : row.kind.equals("worked");
    }

    /// Why a day is a holiday, a day off, or is worked although it is a Saturday or Sunday.
    public static Optional<Special> special(LocalDate day) {
        Row row = ROWS.get(known(day));
        return row == null
                ? Optional.empty()
                : Optional.of(new Special(
                        day,
                        row.kind.equals("worked"),
                        row.source.replaceFirst("^" + UNCONFIRMED, ""),
                        !row.source.startsWith(UNCONFIRMED)));
    }

    /// Whether every day after one up to another is known from a public source: a term that touches a holiday which
    /// was only reckoned beforehand, or a year whose decree was not seen, is not confirmed.
    public static boolean isConfirmed(LocalDate day, LocalDate until) {
        known(day);
        return known(until).getYear() <= LAST_DECREED
                && ROWS.subMap(day, false, until, true).values().stream()
                        .noneMatch(row -> row.source.startsWith(UNCONFIRMED));
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LocalDate known(LocalDate day) {
        if (day.getYear() < FIRST || day.getYear() > LAST) {
            throw new IllegalArgumentException("""
                    Working days are known from %d to %d, not on %s.
                    Maybe working_days.csv needs another year.""".formatted(FIRST, LAST, day));
        }
        return day;
    }

    private static NavigableMap<LocalDate, Row> calendar() {
        NavigableMap<LocalDate, Row> days = new TreeMap<>();
        for (String[] line : lines()) {
            for (LocalDate day : days(line)) {
                days.merge(day, new Row(line[0], line[4]), (one, other) -> {
                    if (!one.kind.equals("holiday") && !one.kind.equals("feast")) {
                        throw new IllegalStateException("The day %s stands twice among the working days: %s; %s."
                                .formatted(day, one.source, other.source));
                    }
                    return one;
                });
            }
        }
        // Not the exchanged days: these are weekends and working days by decree, whatever is moved.
        for (Map.Entry<LocalDate, Row> holiday : List.copyOf(days.entrySet())) {
            if (holiday.getValue().kind.equals("holiday") && weekend(holiday.getKey())) {
                move(holiday, days);
            }
        }
        return days;
    }

    /// The next day that is neither a weekend nor free already is off, unless it is worked by decree.
    private static void move(Map.Entry<LocalDate, Row> holiday, NavigableMap<LocalDate, Row> days) {
        LocalDate next = holiday.getKey().plusDays(1);
        Row there = days.get(next);
        while (weekend(next) || there != null && !there.kind.equals("worked")) {
            next = next.plusDays(1);
            there = days.get(next);
        }
        days.putIfAbsent(next, new Row("off", holiday.getValue().source));
    }

    private static List<LocalDate> days(String[] line) {
        if (line[2].isEmpty()) {
            return List.of(LocalDate.parse(line[1]));
        }
        int until = line[3].isEmpty() ? LAST : Integer.parseInt(line[3]);
        List<LocalDate> days = new ArrayList<>();
        for (int year = Integer.parseInt(line[2]); year <= until; year++) {
            days.add(LocalDate.parse(year + "-" + line[1]));
        }
        return days;
    }

    private static List<String[]> lines() {
        try (var file = Objects.requireNonNull(WorkingDays.class.getResourceAsStream("working_days.csv"));
                var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(WorkingDays::cells).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String[] cells(String line) {
        String[] cells = line.split(",", COLUMNS);
        if (cells.length != COLUMNS
                || !List.of("holiday", "feast", "off", "worked").contains(cells[0])) {
            throw new IllegalStateException("The working days have a line that cannot be read: %s".formatted(line));
        }
        return cells;
    }

    private WorkingDays() {}
}
