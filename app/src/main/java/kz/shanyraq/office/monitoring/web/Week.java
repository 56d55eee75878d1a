package kz.shanyraq.office.monitoring.web;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Text;

/// Seven days from today, with what falls on each; every number opens its records.
public record Week(List<Day> days) {

    /// What can fall on a day.
    public enum Kind {
        /// A visit or call that the officer has planned.
        VISITS(Icon.DWELLING),
        /// A pause of the officer ends: what was found is worked on again.
        PAUSES(Icon.PAUSE),
        /// An answer about a fact is due.
        QUESTIONS(Icon.QUESTION),
        /// A permit of the officer ends.
        PERMITS(Icon.LOCK);

        private final Icon icon;

        Kind(Icon icon) {
            this.icon = icon;
        }

        /// Its picture.
        public Icon icon() {
            return icon;
        }

        /// The last part of its message keys, and where it stands on the page of a day.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A day.
    public record Day(LocalDate date, Map<Kind, Long> counts) {

        /// The kinds that it has.
        public List<Kind> kinds() {
            return Arrays.stream(Kind.values())
                    .filter(kind -> counts.getOrDefault(kind, 0L) > 0)
                    .toList();
        }

        /// How much of a kind.
        public long count(Kind kind) {
            return counts.getOrDefault(kind, 0L);
        }

        /// How much of all kinds.
        public long all() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        /// Its address.
        public String href() {
            return "/day/" + date;
        }

        /// What it is called: today, or the day of the week.
        public String name(Text t) {
            return date.equals(t.today())
                    ? t.say("monitoring.week.today")
                    : date.getDayOfWeek()
                            .getDisplayName(
                                    TextStyle.SHORT_STANDALONE, t.language().locale());
        }
    }

    /// Whether nothing falls on any day.
    public boolean empty() {
        return days.stream().allMatch(day -> day.all() == 0);
    }

    /// How high the bar of a day is, of 24.
    public long height(Day day) {
        long most = days.stream().mapToLong(Day::all).max().orElse(0);
        return day.all() == 0 ? 0 : Math.max(3, 24 * day.all() / most);
    }

    /// The kinds that some day has.
    public List<Kind> kinds() {
        return Arrays.stream(Kind.values())
                .filter(kind -> days.stream().anyMatch(day -> day.count(kind) > 0))
                .toList();
    }
}
