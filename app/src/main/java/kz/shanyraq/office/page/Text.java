package kz.shanyraq.office.page;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.RuleBasedNumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/// How one page speaks: its language, its words, and how it writes numbers, money and dates. Templates call it
/// `t`.
public final class Text {
    private static final char NO_BREAK = '\u00a0';
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Words words;
    private final Language language;
    private final ZonedDateTime now;

    /// A page in this language, written at this moment in the country's time.
    public Text(Words words, Language language, ZonedDateTime now) {
        this.words = words;
        this.language = language;
        this.now = now;
    }

    /// The language of the page.
    public Language language() {
        return language;
    }

    /// The day on which the page is written.
    public LocalDate today() {
        return now.toLocalDate();
    }

    /// The same page in another language.
    public Text in(Language other) {
        return new Text(words, other, now);
    }

    /// The words with this key. Numbers and dates among the arguments are written as the language writes them.
    public String say(String key, Object... arguments) {
        if (arguments.length == 0) {
            return words.get(language, key);
        }
        Object[] written = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            written[i] = arguments[i] instanceof LocalDate day ? date(day) : arguments[i];
        }
        return words.get(language, key, written);
    }

    /// Whether there are words with this key, for codes of registers that may bring a new value.
    public boolean has(String key) {
        return words.has(key);
    }

    /// `1 234 567`, in English `1,234,567`; the spaces do not break.
    public String number(long value) {
        String digits = Long.toString(Math.abs(value));
        var out = new StringBuilder();
        if (value < 0) {
            out.append('\u2212');
        }
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.append(language == Language.EN ? ',' : NO_BREAK);
            }
            out.append(digits.charAt(i));
        }
        return out.toString();
    }

    /// `1 234 567 ₸`: whole tenge.
    public String money(long tenge) {
        return number(tenge) + NO_BREAK + '₸';
    }

    /// A sum written out: `тридцать девять тысяч девятьсот тенге`.
    public String spelled(long tenge) {
        var spelling = new RuleBasedNumberFormat(language.locale(), RuleBasedNumberFormat.SPELLOUT);
        return spelling.format(tenge)
                + NO_BREAK
                + (language == Language.KK ? "теңге" : language == Language.RU ? "тенге" : "tenge");
    }

    /// A number of which the last digits stand behind the comma: `decimal(37, 1)` is `3,7`.
    public String decimal(long value, int places) {
        long unit = 1;
        for (int i = 0; i < places; i++) {
            unit *= 10;
        }
        long whole = Math.abs(value) / unit;
        String sign = value < 0 ? "\u2212" : "";
        if (places == 0) {
            return sign + number(whole);
        }
        String tail = Long.toString(unit + Math.abs(value) % unit).substring(1);
        return sign + number(whole) + (language == Language.EN ? '.' : ',') + tail;
    }

    /// A share in tenths of a percent, `98,7 %`; zero of zero is zero.
    public String percent(long part, long whole) {
        long tenths = whole == 0 ? 0 : Math.round(part * 1000.0 / whole);
        String sign = language == Language.EN ? "%" : NO_BREAK + "%";
        return (tenths % 10 == 0 ? number(tenths / 10) : decimal(tenths, 1)) + sign;
    }

    /// `21.11.2026`.
    public String date(LocalDate day) {
        return DATE.format(day);
    }

    /// `09:40`.
    public String time(LocalTime time) {
        return TIME.format(time);
    }

    /// `21.11.2026, 09:40`, in the country's time.
    public String moment(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, now.getZone());
        return DATE.format(local) + "," + NO_BREAK + TIME.format(local);
    }

    /// `21 ноября 2026`, `2026 жылғы 21 қараша`, `21 November 2026`.
    public String inWords(LocalDate day) {
        String pattern = language == Language.KK ? "yyyy 'жылғы' d MMMM" : "d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(day);
    }

    /// `ноябрь 2026`, `2026 жылғы қараша`, `November 2026`.
    public String month(YearMonth month) {
        String pattern = switch (language) {
            case KK -> "yyyy 'жылғы' MMMM";
            case RU -> "LLLL yyyy";
            case EN -> "MMMM yyyy";
        };
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(month.atDay(1));
    }

    /// How long ago a day was: "today", "yesterday", "3 days ago", "2 months ago"; a day to come is written as
    /// a date.
    public String ago(LocalDate day) {
        long days = ChronoUnit.DAYS.between(day, today());
        if (days < 0) {
            return date(day);
        }
        if (days < 2) {
            return say(days == 0 ? "page.ago.today" : "page.ago.yesterday");
        }
        long months = ChronoUnit.MONTHS.between(day, today());
        if (days < 60 || months < 2) {
            return say("page.ago.days", days);
        }
        return months < 24
                ? say("page.ago.months", months)
                : say("page.ago.years", ChronoUnit.YEARS.between(day, today()));
    }

    /// How long ago a moment was: minutes and hours within a day, then as a day.
    public String ago(Instant instant) {
        long minutes = ChronoUnit.MINUTES.between(instant, now.toInstant());
        if (minutes < 1) {
            return say("page.ago.now");
        }
        if (minutes < 60) {
            return say("page.ago.minutes", minutes);
        }
        return minutes < 24 * 60
                ? say("page.ago.hours", minutes / 60)
                : ago(LocalDate.ofInstant(instant, now.getZone()));
    }

    /// A count of days as an age: "41 days", "today" for none.
    public String days(long days) {
        return say("page.days", days);
    }

    /// An age in years: "38 лет", "38 жас", "38 years".
    public String years(long years) {
        return say("page.years", years);
    }

    /// "a, b and c".
    public String list(List<String> parts) {
        return ListFormatter.getInstance(language.locale()).format(parts);
    }

    /// The order of the language's alphabet; Kazakh letters stand where Kazakh dictionaries have them.
    public Comparator<String> alphabetical() {
        return Alphabet.of(language);
    }
}
