package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.shanyraq.office.benefits.LawBook;
import kz.shanyraq.office.page.Fact;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.examples.Answer;
import kz.shanyraq.policy.examples.Example;
import kz.shanyraq.policy.examples.Example.Place;
import kz.shanyraq.policy.examples.Household;
import kz.shanyraq.policy.explain.Words;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.IncomeKind;

/// Examples of the law in plain words: the family as its data tell it, and the answer as a decision says it.
final class ExampleWords {

    private static final String FAMILY = "family";
    private static final String UNKNOWN = "?";
    private static final String NONE = "-";
    private static final int INFANT_YEARS = 2;
    private static final Pattern NUMBER = Pattern.compile("([0-9]+)(?:[.]([0-9]+))?");

    private final Text t;
    private final Words words;

    ExampleWords(Text t) {
        this.t = t;
        this.words = Words.in(LawWords.language(t));
    }

    /// An example with its answer of today.
    LawPage.Worked worked(LawBook.Worked worked) {
        Example example = worked.example();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(t.say("law.example.month"), capital(t.month(example.month()))));
        facts.addAll(family(example));
        String must = answer(example.benefit(), example.expected());
        facts.add(new Fact(
                t.say("law.example.must"),
                example.working().isEmpty() ? must : must + " " + t.say("law.example.working", numbers(example))));
        Answer given = worked.given();
        facts.add(new Fact(
                t.say("law.example.gives"),
                given == null ? t.say("law.not_in_force") : answer(example.benefit(), given)));
        return new LawPage.Worked(
                t.say("law.example.turn." + example.turn()),
                example.place() == Place.ELSEWHERE
                        ? ""
                        : t.say("law.example.place." + example.place().code()),
                facts,
                worked.agrees());
    }

    /// How the sum follows, its numbers as the language writes them.
    private String numbers(Example example) {
        return NUMBER.matcher(example.working()).replaceAll(number -> {
            String decimals = number.group(2);
            return decimals == null
                    ? t.number(Long.parseLong(number.group(1)))
                    : t.decimal(Long.parseLong(number.group(1) + decimals), decimals.length());
        });
    }

    private String answer(Benefit benefit, Answer answer) {
        return switch (answer.outcome()) {
            case null -> t.say("law.example.nobody");
            case GRANTED -> granted(benefit, answer);
            case REFUSED ->
                law("answer", "refused") + " "
                        + String.join(
                                " ",
                                answer.reasons().stream()
                                        .map(ground -> law("ground", ground))
                                        .toList());
            case UNDECIDED ->
                law("answer", "undecided") + " "
                        + t.list(answer.reasons().stream()
                                .map(fact -> law("fact", fact))
                                .toList())
                        + ".";
        };
    }

    private String granted(Benefit benefit, Answer answer) {
        if (answer.monthly() > 0 && answer.once() > 0) {
            return law("answer", "granted.both", t.money(answer.monthly()), t.money(answer.once()));
        }
        if (answer.once() > 0) {
            return law("answer", "granted.once", t.money(answer.once()));
        }
        if (answer.monthly() > 0) {
            return law("answer", "granted.monthly", t.money(answer.monthly()));
        }
        return t.say(benefit == Benefit.TARGETED_ASSISTANCE ? "law.example.granted.line" : "law.example.granted.zero");
    }

    /// What is said of the family and of each member; what is ordinary is told once for all examples.
    private List<Fact> family(Example example) {
        Household family = example.family();
        List<String> members = family.members(false);
        var facts = new ArrayList<Fact>();
        if (!family.said(FAMILY).isEmpty()) {
            facts.add(new Fact(t.say("law.example.family"), said(family.said(FAMILY), example)));
        }
        for (String who : members) {
            facts.add(new Fact(name(who, example, members), said(family.said(who), example)));
        }
        return facts;
    }

    /// "Head of the family"; "Child 2" where there are several; and whose answer is meant, where there are several.
    private String name(String who, Example example, List<String> members) {
        String relation = relation(who);
        boolean several = members.stream()
                        .filter(other -> relation(other).equals(relation))
                        .count()
                > 1;
        String name =
                capital(law("code.relation", relation)) + (several ? "\u00a0" + who.substring(relation.length()) : "");
        return example.about().equals(who) ? t.say("law.example.about", name) : name;
    }

    private static String relation(String who) {
        return who.replaceAll("[0-9]+$", "");
    }

    private String said(Map<String, String> cells, Example example) {
        var parts = new ArrayList<String>();
        cells.forEach((name, value) -> parts.add(part(name, value, example)));
        return capital(String.join("; ", parts));
    }

    private String part(String name, String value, Example example) {
        String kind = name.split("@", 2)[0];
        if (isIncome(kind)) {
            return income(kind, month(name, example), value);
        }
        if (name.equals("lives")) {
            return t.say(value.equals(UNKNOWN) ? "law.example.lives.unknown" : "law.example.lives.elsewhere");
        }
        Column column = column(name);
        String label =
                lower(t.say(column == Column.REGION ? "law.example.region" : "registry.fact." + column.header()));
        if (value.equals(UNKNOWN)) {
            return label + ": " + law("value", "unknown");
        }
        return column == Column.BIRTH_DATE
                ? t.say("law.example.born", born(LocalDate.parse(value), example.month()))
                : label + ": " + value(column, value);
    }

    /// The day of birth and the age on the day of the application, in months where somebody is small.
    private Object[] born(LocalDate birth, YearMonth month) {
        LocalDate day = month.atDay(1);
        long years = ChronoUnit.YEARS.between(birth, day);
        return new Object[] {
            birth,
            years < INFANT_YEARS ? t.say("law.example.months", ChronoUnit.MONTHS.between(birth, day)) : t.years(years)
        };
    }

    private static boolean isIncome(String name) {
        return Arrays.stream(IncomeKind.values()).anyMatch(kind -> kind.code().equals(name));
    }

    /// The month of an income: said, or the first of the reference quarter.
    private static YearMonth month(String name, Example example) {
        int at = name.indexOf('@');
        return at < 0
                ? YearMonth.parse(Day.month(Day.of(example.month()).quarter()).toString())
                : YearMonth.parse(name.substring(at + 1));
    }

    private String income(String kind, YearMonth month, String value) {
        return t.say("law.example.income", law("code.kind", kind), t.month(month), t.money(Long.parseLong(value)));
    }

    private static Column column(String name) {
        return Arrays.stream(new HouseholdFile[] {HouseholdFile.FAMILIES, HouseholdFile.PERSONS})
                .flatMap(file -> Column.of(file).stream())
                .filter(column -> column.header().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("An example tells %s, which has no words.".formatted(name)));
    }

    private String value(Column column, String value) {
        if (value.equals(NONE)) {
            return law("value", "never");
        }
        return switch (column.type()) {
            case BOOLEAN -> law("value", value);
            case DATE, EVENT -> t.date(LocalDate.parse(value));
            case MONEY -> t.money(Long.parseLong(value));
            case COUNT -> column == Column.REGION ? t.say("page.region." + value) : t.number(Long.parseLong(value));
            case CODE -> code(column, value);
            case BENEFITS -> law("benefit", value);
            case AREA, MONTH, TEXT -> value;
        };
    }

    private String code(Column column, String value) {
        String said = words.find("code." + column.header() + "." + value);
        return said == null ? t.say("registry.code." + column.header() + "." + value) : said;
    }

    /// Words of the law library: a code of a list, with values put in.
    private String law(String list, String code, String... values) {
        return words.say(list + "." + code, values);
    }

    private static String lower(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
