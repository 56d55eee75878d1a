package kz.shanyraq.office.registry.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import kz.shanyraq.nation.Iin;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FactSheet.Form;
import kz.shanyraq.policy.household.HouseholdFile;
import org.jspecify.annotations.Nullable;

/// How a value is asked for and read, by the form of its column.
final class FactForm {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);

    /// Whether an officer may correct it one by one.
    static boolean correctable(FactSheet sheet, FactSheet.Column column) {
        return !sheet.several()
                && column.form() != Form.PERSON
                && column.form() != Form.BENEFITS
                && column.form() != Form.PLACE;
    }

    /// What may be chosen; empty where it is written.
    static List<Option> options(FactSheet.Column column, FactWords words, Text t) {
        return switch (column.form()) {
            case CODE ->
                codes(column.name()).stream()
                        .map(code -> new Option(code, words.code(column.name(), code)))
                        .toList();
            case BOOLEAN ->
                List.of(new Option("true", t.say("registry.yes")), new Option("false", t.say("registry.no")));
            case LANGUAGE ->
                List.of(
                        new Option("kk", t.say("registry.language.kk")),
                        new Option("ru", t.say("registry.language.ru")));
            case TEXT, DATE, EVENT, NUMBER, MONEY, AREA, BENEFITS, PERSON, PLACE, KIND, INCOME_KIND -> List.of();
        };
    }

    private static List<String> codes(String column) {
        return kz.shanyraq.policy.household.Column.of(HouseholdFile.PERSONS).stream()
                .filter(known -> known.header().equals(column))
                .findFirst()
                .or(() -> kz.shanyraq.policy.household.Column.of(HouseholdFile.FAMILIES).stream()
                        .filter(known -> known.header().equals(column))
                        .findFirst())
                .map(known -> known.codes().stream()
                        .map(kz.shanyraq.policy.Code::code)
                        .toList())
                .orElse(List.of());
    }

    /// The value as the sheet keeps it; empty if it cannot be read.
    static Optional<String> read(FactSheet.Column column, String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > 200) {
            return Optional.empty();
        }
        return switch (column.form()) {
            case TEXT -> column.name().equals("iin") && !Iin.isValid(text) ? Optional.empty() : Optional.of(text);
            case DATE, EVENT -> Optional.ofNullable(day(text)).map(LocalDate::toString);
            case CODE -> codes(column.name()).contains(text) ? Optional.of(text) : Optional.empty();
            case BOOLEAN -> text.equals("true") || text.equals("false") ? Optional.of(text) : Optional.empty();
            case LANGUAGE -> text.equals("kk") || text.equals("ru") ? Optional.of(text) : Optional.empty();
            case NUMBER -> text.matches("\\d{1,9}") ? Optional.of(text) : Optional.empty();
            case MONEY -> {
                String digits = text.replaceAll("[\\s\u00a0₸]", "");
                yield digits.matches("\\d{1,13}") ? Optional.of(digits) : Optional.empty();
            }
            case AREA -> {
                String number = text.replace(',', '.');
                yield number.matches("\\d{1,9}([.]\\d{1,2})?")
                        ? Optional.of(new BigDecimal(number).toPlainString())
                        : Optional.empty();
            }
            case BENEFITS, PERSON, PLACE, KIND, INCOME_KIND -> Optional.empty();
        };
    }

    /// A day, written as 21.11.2026 or as a field of days sends it; null if it is none.
    static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.contains(".") ? LocalDate.parse(text.strip(), WRITTEN) : LocalDate.parse(text.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private FactForm() {}
}
