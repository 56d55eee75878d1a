package kz.shanyraq.office.benefits.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.shanyraq.office.benefits.AgeGroup;
import kz.shanyraq.office.benefits.CheckAnswers;
import kz.shanyraq.office.benefits.CheckAnswers.Disabled;
import kz.shanyraq.office.benefits.CheckAnswers.Kin;
import kz.shanyraq.office.benefits.CheckAnswers.Working;
import kz.shanyraq.office.benefits.Owned;
import kz.shanyraq.office.page.TileMap;
import kz.shanyraq.policy.household.CaresFor;
import org.jspecify.annotations.Nullable;

/// The answers to the check as the browser sends them: every field may be empty, which is "I don't know", or for a
/// number beside others "nobody".
///
/// @param area the first two digits of the region's code
/// @param edit `yes` where the questions are asked for again, with the answers in them
public record CheckForm(
        String area,
        String adults,
        String elders,
        String students,
        String school,
        String small,
        String infants,
        String babies,
        String spouse,
        String grown,
        String relatives,
        String citizens,
        String disability,
        String group1,
        String group2,
        String group3,
        String disabledsmall,
        String disabledschool,
        String steady,
        String casual,
        String idle,
        String ill,
        String care,
        String owned,
        String income,
        String edit) {

    static final String NOBODY = "nobody";
    static final String NOTHING = "nothing";
    static final String UNKNOWN = "unknown";
    private static final int MOST_OF_AN_AGE = 20;
    private static final int MOST_MEMBERS = 30;
    private static final int DIGITS_OF_INCOME = 9;

    /// What was not sent is empty.
    @SuppressWarnings("NullAway") // Spring leaves out what the browser did not send.
    public CheckForm {
        area = clean(area);
        adults = clean(adults);
        elders = clean(elders);
        students = clean(students);
        school = clean(school);
        small = clean(small);
        infants = clean(infants);
        babies = clean(babies);
        spouse = clean(spouse);
        grown = clean(grown);
        relatives = clean(relatives);
        citizens = clean(citizens);
        disability = clean(disability);
        group1 = clean(group1);
        group2 = clean(group2);
        group3 = clean(group3);
        disabledsmall = clean(disabledsmall);
        disabledschool = clean(disabledschool);
        steady = clean(steady);
        casual = clean(casual);
        idle = clean(idle);
        ill = clean(ill);
        care = clean(care);
        owned = clean(owned);
        income = clean(income);
        edit = clean(edit);
    }

    private static String clean(@Nullable String text) {
        String stripped = Objects.requireNonNullElse(text, "").strip();
        return stripped.length() > 80 ? stripped.substring(0, 80) : stripped;
    }

    /// A form that nobody has filled in.
    static CheckForm empty() {
        return new CheckForm(
                "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    /// The number fields of an age.
    public String of(AgeGroup age) {
        return switch (age) {
            case ADULTS -> adults;
            case ELDERS -> elders;
            case STUDENTS -> students;
            case SCHOOL -> school;
            case SMALL -> small;
            case INFANTS -> infants;
            case BABIES -> babies;
        };
    }

    /// All fields with their values, for a form that carries them on.
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("area", area);
        for (AgeGroup age : AgeGroup.values()) {
            fields.put(age.name().toLowerCase(Locale.ROOT), of(age));
        }
        fields.put("spouse", spouse);
        fields.put("grown", grown);
        fields.put("relatives", relatives);
        fields.put("citizens", citizens);
        fields.put("disability", disability);
        fields.put("group1", group1);
        fields.put("group2", group2);
        fields.put("group3", group3);
        fields.put("disabledsmall", disabledsmall);
        fields.put("disabledschool", disabledschool);
        fields.put("steady", steady);
        fields.put("casual", casual);
        fields.put("idle", idle);
        fields.put("ill", ill);
        fields.put("care", care);
        fields.put("owned", owned);
        fields.put("income", income);
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    /// Fields that cannot be understood, with the ends of the keys of what is wrong.
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!area.isEmpty()
                && !TileMap.codes().stream().map(String::valueOf).toList().contains(area)) {
            faults.put("area", "area");
        }
        for (AgeGroup age : AgeGroup.values()) {
            count(faults, age.name().toLowerCase(Locale.ROOT), of(age));
        }
        count(faults, "spouse", spouse);
        count(faults, "grown", grown);
        count(faults, "relatives", relatives);
        count(faults, "group1", group1);
        count(faults, "group2", group2);
        count(faults, "group3", group3);
        count(faults, "disabledsmall", disabledsmall);
        count(faults, "disabledschool", disabledschool);
        count(faults, "steady", steady);
        count(faults, "casual", casual);
        count(faults, "idle", idle);
        count(faults, "ill", ill);
        if (!income.isEmpty() && (digits(income).isEmpty() || digits(income).length() > DIGITS_OF_INCOME)) {
            faults.put("income", "income");
        }
        if (faults.isEmpty()) {
            together(faults);
        }
        return faults;
    }

    private static void count(Map<String, String> faults, String field, String value) {
        if (!value.isEmpty() && (!value.matches("[0-9]{1,2}") || Integer.parseInt(value) > MOST_OF_AN_AGE)) {
            faults.put(field, "count");
        }
    }

    /// Answers that do not go together.
    private void together(Map<String, String> faults) {
        Map<AgeGroup, Integer> people = people();
        if (people == null) {
            return;
        }
        int all = people.values().stream().mapToInt(Integer::intValue).sum();
        if (all > MOST_MEMBERS) {
            faults.put("adults", "members");
        }
        together(people, faults);
        Disabled disabled = disabled();
        if (disabled != null) {
            int grown = of(people, AgeGroup.ADULTS) + of(people, AgeGroup.ELDERS) + of(people, AgeGroup.STUDENTS);
            int young = of(people, AgeGroup.SMALL) + of(people, AgeGroup.INFANTS) + of(people, AgeGroup.BABIES);
            if (disabled.adults() > grown) {
                faults.put("group1", "grown");
            }
            if (disabled.small() > young) {
                faults.put("disabledsmall", "children");
            }
            if (disabled.school() > of(people, AgeGroup.SCHOOL)) {
                faults.put("disabledschool", "children");
            }
        }
        Working working = working();
        if (working != null && working.all() > of(people, AgeGroup.ADULTS)) {
            faults.put("steady", "working");
        }
    }

    /// There is one husband or wife, and no more others than adults beside the first; the first one's children are not
    /// of pension age unless the first one is.
    private void together(Map<AgeGroup, Integer> people, Map<String, String> faults) {
        Kin kin = kin();
        if (kin == null) {
            return;
        }
        int adults = of(people, AgeGroup.ADULTS);
        int elders = of(people, AgeGroup.ELDERS);
        if (kin.all() > Math.max(0, adults + elders - 1)) {
            faults.put("spouse", "kin");
        } else if (kin.spouses() > 1) {
            faults.put("spouse", "spouse");
        } else if (kin.children() > (adults > 0 ? adults : elders) - 1) {
            faults.put("grown", "parent");
        }
    }

    private static int of(Map<AgeGroup, Integer> people, AgeGroup age) {
        return people.getOrDefault(age, 0);
    }

    /// What was answered. To be asked only where nothing is wrong.
    CheckAnswers answers() {
        return new CheckAnswers(
                area.isEmpty() ? null : Integer.valueOf(area),
                people(),
                kin(),
                switch (citizens) {
                    case "all" -> Boolean.TRUE;
                    case NOBODY -> Boolean.FALSE;
                    default -> null;
                },
                disabled(),
                working(),
                Arrays.stream(CaresFor.values())
                        .filter(whom -> whom.code().equals(care))
                        .findFirst()
                        .orElse(null),
                things(),
                income.isEmpty() ? null : Long.valueOf(digits(income)));
    }

    private @Nullable Map<AgeGroup, Integer> people() {
        Map<AgeGroup, Integer> people = new EnumMap<>(AgeGroup.class);
        int all = 0;
        for (AgeGroup age : AgeGroup.values()) {
            int number = number(of(age));
            people.put(age, number);
            all += number;
        }
        return all == 0 ? null : people;
    }

    private @Nullable Kin kin() {
        boolean said = !(spouse + grown + relatives).isEmpty();
        return said ? new Kin(number(spouse), number(grown), number(relatives)) : null;
    }

    private @Nullable Disabled disabled() {
        var some = new Disabled(
                number(group1), number(group2), number(group3), number(disabledsmall), number(disabledschool));
        return some.adults() + some.small() + some.school() > 0 || disability.equals(NOBODY) ? some : null;
    }

    private @Nullable Working working() {
        boolean said = !(steady + casual + idle + ill).isEmpty();
        return said ? new Working(number(steady), number(casual), number(idle), number(ill)) : null;
    }

    private @Nullable Set<Owned> things() {
        List<String> ticked = new ArrayList<>(List.of(owned.split(",")));
        if (owned.isEmpty() || ticked.contains(UNKNOWN)) {
            return null;
        }
        Set<Owned> all = EnumSet.noneOf(Owned.class);
        for (Owned thing : Owned.values()) {
            if (ticked.contains(thing.name().toLowerCase(Locale.ROOT))) {
                all.add(thing);
            }
        }
        return all.isEmpty() && !ticked.contains(NOTHING) ? null : all;
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /// The digits of a sum that was typed with spaces or a sign of the currency; empty if it is no sum.
    private static String digits(String text) {
        String digits = text.replaceAll("[\\s\\u00a0\\u202f₸]", "");
        return digits.matches("[0-9]+") ? digits : "";
    }
}
