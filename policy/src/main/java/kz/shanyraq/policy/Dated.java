package kz.shanyraq.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A value of the law that changes by date: immutable, with its first days ascending and its end stated. A
/// day outside throws [NotInForce]; there is no default.
///
/// ```java
/// static final Dated<Integer> SHARE = Dated.<Integer>named("share of the poverty line")
///         .from("2018-01-01", 50).from("2019-04-01", 70).until("2020-01-01");
/// ```
public final class Dated<T> {

    private final String name;
    private final TreeMap<LocalDate, T> byFirstDay;
    private final LocalDate end;

    private Dated(String name, Map<LocalDate, T> byFirstDay, LocalDate end) {
        this.name = name;
        this.byFirstDay = new TreeMap<>(byFirstDay);
        this.end = end;
    }

    /// Starts the table of a value named in words.
    public static <T> Building<T> named(String name) {
        return new Building<>(name);
    }

    /// The value in force on a day.
    ///
    /// @throws NotInForce before the first day and from the end on
    public T on(LocalDate day) {
        Map.Entry<LocalDate, T> entry = byFirstDay.floorEntry(day);
        if (entry == null || !day.isBefore(end)) {
            throw new NotInForce(name, day, span());
        }
        return entry.getValue();
    }

    /// Whether a value is in force on a day.
    public boolean knows(LocalDate day) {
        return byFirstDay.floorKey(day) != null && day.isBefore(end);
    }

    /// What the value is, in words.
    public String name() {
        return name;
    }

    /// The first days and values in force, ascending; the last one lasts to [#end()].
    public List<Map.Entry<LocalDate, T>> entries() {
        return List.copyOf(byFirstDay.entrySet());
    }

    /// The first day on which nothing is known any more; [LocalDate#MAX] for "open".
    public LocalDate end() {
        return end;
    }

    private String span() {
        String from = "from " + byFirstDay.firstKey();
        return end.equals(LocalDate.MAX) ? from : from + " to " + end.minusDays(1);
    }

    /// A table that is being written.
    public static final class Building<T> {
        private final String name;
        private final TreeMap<LocalDate, T> byFirstDay = new TreeMap<>();

        private Building(String name) {
            this.name = name;
        }

        /// Adds a value from a day (`YYYY-MM-DD`) on.
        ///
        /// @throws IllegalArgumentException if the days do not ascend
        public Building<T> from(String day, T value) {
            LocalDate first = LocalDate.parse(day);
            if (!byFirstDay.isEmpty() && !first.isAfter(byFirstDay.lastKey())) {
                throw new IllegalArgumentException(
                        "%s: %s is not after %s.".formatted(name, first, byFirstDay.lastKey()));
            }
            byFirstDay.put(first, value);
            return this;
        }

        /// Ends the table: the first day on which the value is not known any more.
        public Dated<T> until(String day) {
            return build(LocalDate.parse(day));
        }

        /// Ends the table with a value that lasts until the law changes.
        public Dated<T> open() {
            return build(LocalDate.MAX);
        }

        private Dated<T> build(LocalDate end) {
            if (byFirstDay.isEmpty() || !end.isAfter(byFirstDay.lastKey())) {
                throw new IllegalArgumentException("%s: no value before its end %s.".formatted(name, end));
            }
            return new Dated<>(name, byFirstDay, end);
        }
    }

    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        byFirstDay.forEach((day, value) -> parts.add(day + ": " + value));
        return name + " " + parts;
    }
}
