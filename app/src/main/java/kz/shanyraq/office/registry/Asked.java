package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.shanyraq.nation.Iin;
import org.jspecify.annotations.Nullable;

/// What somebody typed into the one search field, understood.
public sealed interface Asked {

    /// A number of a person, twelve digits with a right check digit.
    record ByIin(String iin) implements Asked {}

    /// A number that is meant as that of a person and cannot be one: its length or its check digit is wrong.
    record WrongIin(int digits) implements Asked {}

    /// A telephone, as the registry keeps it.
    record ByPhone(String phone) implements Asked {}

    /// The number of a family.
    record ByFamily(FamilyId family) implements Asked {}

    /// A number that is meant as that of a family and has a wrong check digit.
    record WrongFamily(String number) implements Asked {}

    /// Names, or words of an address, and days of birth.
    ///
    /// @param words names or words of an address, as typed
    /// @param from the first day of birth; null if none was said
    /// @param to the last day of birth
    /// @param address whether the words are surely an address
    record ByWords(
            List<String> words,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean address) implements Asked {}

    /// Nothing that can be searched.
    record Nothing() implements Asked {}

    /// Understands a text.
    static Asked of(String text) {
        return Reading.of(text.strip());
    }

    /// How a text is understood.
    final class Reading {
        private static final int IIN = 12;
        private static final Pattern FAMILY = Pattern.compile("№?\\s*(\\d{1,15})\\s*[-–‑]\\s*(\\d)");
        private static final Pattern YEAR = Pattern.compile("(?:18|19|20)\\d\\d");
        private static final Pattern DAY = Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{4}|\\d{4}-\\d{2}-\\d{2}");
        private static final DateTimeFormatter WRITTEN =
                DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);
        private static final Pattern STREET = Pattern.compile(
                "(?iu)(?<!\\p{L})(көшесі|к-сі|улица|ул|даңғылы|проспект|пр-т|мкр|ш/а|ауылы|село|дом|үй|кв|пәтер|street)(?!\\p{L})");
        private static final int MOST_WORDS = 8;

        private Reading() {}

        static Asked of(String text) {
            Matcher family = FAMILY.matcher(text);
            if (family.matches()) {
                return family(family.group(1) + family.group(2));
            }
            String digits = text.replaceAll("[\\s()-]", "");
            if (digits.matches("\\+?\\d{5,}")) {
                return number(digits);
            }
            if (digits.matches("\\d{2,4}")) {
                return family(digits);
            }
            return words(text);
        }

        private static Asked number(String digits) {
            if (digits.startsWith("+")) {
                return new ByPhone(digits);
            }
            int length = digits.length();
            if (length == IIN) {
                return Iin.isValid(digits) ? new ByIin(digits) : new WrongIin(length);
            }
            if (length == 11 && (digits.startsWith("7") || digits.startsWith("8"))) {
                return new ByPhone("+7" + digits.substring(1));
            }
            if (length == 10 && digits.startsWith("7")) {
                return new ByPhone("+7" + digits);
            }
            return length >= 11 ? new WrongIin(length) : family(digits);
        }

        private static Asked family(String digits) {
            try {
                return new ByFamily(FamilyId.parse(digits));
            } catch (IllegalArgumentException wrong) {
                return new WrongFamily(digits);
            }
        }

        private static Asked words(String text) {
            List<String> words = new ArrayList<>();
            LocalDate from = null;
            LocalDate to = null;
            boolean address = STREET.matcher(text).find() || text.matches("(?su).*\\d+[-/]\\d+.*");
            for (String word : text.split("[\\s,;]+", -1)) {
                LocalDate day = day(word);
                if (day != null) {
                    from = day;
                    to = day;
                } else if (!address && YEAR.matcher(word).matches()) {
                    from = LocalDate.of(Integer.parseInt(word), 1, 1);
                    to = from.withDayOfYear(from.lengthOfYear());
                } else if (word.codePoints().anyMatch(Character::isLetterOrDigit) && words.size() < MOST_WORDS) {
                    words.add(word);
                }
            }
            boolean numbered = words.stream().anyMatch(word -> Character.isDigit(word.codePointAt(0)));
            return words.isEmpty() || words.stream().allMatch(word -> word.length() < 2)
                    ? new Nothing()
                    : new ByWords(List.copyOf(words), from, to, address || numbered);
        }

        private static @Nullable LocalDate day(String word) {
            if (!DAY.matcher(word).matches()) {
                return null;
            }
            try {
                return word.contains(".") ? LocalDate.parse(word, WRITTEN) : LocalDate.parse(word);
            } catch (DateTimeParseException none) {
                return null;
            }
        }
    }
}
