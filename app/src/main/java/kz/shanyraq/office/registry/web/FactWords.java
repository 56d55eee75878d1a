package kz.shanyraq.office.registry.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FactSheet.Column;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.policy.explain.Words;
import kz.shanyraq.policy.household.IncomeKind;
import org.jspecify.annotations.Nullable;

/// Facts as people read them: codes of registers in words, sums and days as the language writes them.
final class FactWords {

    private final Text t;
    private final Words law;
    private final PlaceNames places;
    private final Map<Long, String> persons;

    /// @param persons names of persons that facts point at
    FactWords(Text t, PlaceNames places, Map<Long, String> persons) {
        this.t = t;
        this.law = Words.in(kz.shanyraq.policy.explain.Language.valueOf(
                t.language() == Language.KK ? "KK" : t.language() == Language.RU ? "RU" : "EN"));
        this.places = places;
        this.persons = persons;
    }

    /// The name of a column.
    String label(Column column) {
        return t.say("registry.fact." + column.name());
    }

    /// The name of a sheet.
    String sheet(FactSheet sheet) {
        return t.say("registry.sheet." + sheet.code());
    }

    /// A value in words; null stays "not known".
    @Nullable
    String value(Column column, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        return switch (column.form()) {
            case TEXT -> raw;
            case DATE -> day(raw);
            case EVENT -> raw.equals("infinity") ? t.say("registry.never") : day(raw);
            case CODE -> code(column.name(), raw);
            case LANGUAGE -> t.has("registry.language." + raw) ? t.say("registry.language." + raw) : raw;
            case BOOLEAN -> t.say(raw.equals("true") ? "registry.yes" : "registry.no");
            case NUMBER -> number(raw);
            case MONEY -> t.money(Long.parseLong(raw));
            case AREA -> area(raw);
            case BENEFITS -> benefits(raw);
            case PERSON -> persons.getOrDefault(Long.parseLong(raw), "№ " + raw);
            case PLACE -> places.of(Integer.parseInt(raw)).in(t.language().code());
            case KIND -> code("kind", raw);
            case INCOME_KIND -> income(raw);
        };
    }

    /// A code of a closed list in words, as the law's own explanations say it.
    String code(String list, String raw) {
        String words = law.find("code." + list + "." + raw);
        if (words != null) {
            return words;
        }
        String own = "registry.code." + list + "." + raw;
        return t.has(own) ? t.say(own) : raw;
    }

    private String income(String raw) {
        int place = Integer.parseInt(raw);
        return place < IncomeKind.values().length ? code("kind", IncomeKind.values()[place].code()) : raw;
    }

    private String benefits(String raw) {
        if (raw.isEmpty()) {
            return t.say("registry.none");
        }
        return Arrays.stream(raw.split("\\|"))
                .map(code -> {
                    String words = law.find("benefit." + code);
                    return words == null ? code : words;
                })
                .collect(Collectors.joining("; "));
    }

    private String number(String raw) {
        return t.number(Long.parseLong(raw));
    }

    private String area(String raw) {
        String plain = new BigDecimal(raw).stripTrailingZeros().toPlainString();
        return (t.language() == Language.EN ? plain : plain.replace('.', ',')) + "\u00a0"
                + t.say("registry.square_metres");
    }

    private String day(String raw) {
        return t.date(LocalDate.parse(raw));
    }

    /// "Семья Сериковых", "Сериков отбасы", "The Serikov family": as the language names a family after its head.
    static String family(Text t, @Nullable String lastName, String number) {
        if (lastName == null || lastName.isBlank()) {
            return t.say("registry.family.title.numbered", number);
        }
        return t.say("registry.family.title", t.language() == Language.RU ? many(lastName) : lastName);
    }

    private static final List<String> WITH_PLURAL = List.of("ов", "ев", "ёв", "ин", "ын");

    /// The surname of several, where Russian grammar makes it by rule.
    private static String many(String lastName) {
        if (lastName.endsWith("ский") || lastName.endsWith("цкий")) {
            return lastName.substring(0, lastName.length() - 2) + "их";
        }
        if (lastName.endsWith("ская") || lastName.endsWith("цкая")) {
            return lastName.substring(0, lastName.length() - 2) + "их";
        }
        if (WITH_PLURAL.stream().anyMatch(lastName::endsWith)) {
            return lastName + "ых";
        }
        return WITH_PLURAL.stream().anyMatch(ending -> lastName.endsWith(ending + "а"))
                ? lastName.substring(0, lastName.length() - 1) + "ых"
                : lastName;
    }
}
