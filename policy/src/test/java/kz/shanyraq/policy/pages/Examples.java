package kz.shanyraq.policy.pages;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.examples.Household;

/// Simple families whose sums a page shows. A benefit for a person concerns the last member.
final class Examples {

    /// How the sum follows, where it is no coefficient of a figure.
    static final Map<String, String> FORMULA = Map.of(
            "targeted-assistance-2018",
            "The line is 50 percent of the region's subsistence minimum in the quarter before, in whole tenge. The family "
                    + "is paid, for each member, the difference between the line and its income a head. Tenge a month:",
            "targeted-assistance-2019",
            "The line is 70 percent of the subsistence minimum, in whole tenge. An adult is paid the difference between "
                    + "the line and the income a head; a child a flat sum of 70 percent of the republic's minimum. Tenge a "
                    + "month:",
            "targeted-assistance-2020",
            "The line is 70 percent of the region's subsistence minimum in the quarter before, to the tiyn. The family is "
                    + "paid the difference between the line and its income a head for each member; from 2023 on 1.5 monthly "
                    + "indices more for each child of 1 to 6 (until then the package came in kind, but for two indices "
                    + "in July 2020). Tenge a month:",
            "targeted-assistance-2023",
            "The line is 70 percent of the region's subsistence minimum in the quarter before, to the tiyn. The family is "
                    + "paid the difference between the line and its income a head for each member, and 1.5 monthly indices "
                    + "for each child of 1 to 6. Tenge a month:",
            "targeted-assistance-2025",
            "The line is the larger of 35 percent of the region's median income and 70 percent of its subsistence "
                    + "minimum, both of the quarter before, to the tiyn. The family is paid the difference between the line "
                    + "and its income a head for each member, and 1.5 monthly indices for each child of 1 to 6. No median "
                    + "was found in public, so the minimum binds here. Tenge a month:",
            "housing-assistance",
            "The costs within the norms less the family's own share of its income. Tenge a month:",
            "childcare-insured",
            "40 percent of the average income of 24 months, at least the childcare benefit, at most 40 percent of seven "
                    + "minimum wages. Tenge a month:",
            "job-loss",
            "The average income of 24 months times a share times the coefficient of the record of contributions. Tenge a "
                    + "month; in brackets the coefficient:",
            "birth-grant",
            "Monthly indices by order of birth. Tenge once; in brackets the coefficient:");

    private static final List<String> GROUPS = List.of("group1", "group2", "group3");

    /// What is said of a family, and how it is made for a month.
    static Map<String, Function<YearMonth, Household>> of(Benefit benefit) {
        var of = new LinkedHashMap<String, Function<YearMonth, Household>>();
        switch (benefit) {
            case TARGETED_ASSISTANCE -> {
                for (int income : new int[] {0, 40_000, 60_000, 80_000, 120_000}) {
                    of.put(
                            "a couple with children of 3 and 9, income %s ₸ a month".formatted(grouped(income)),
                            month -> child(child(couple(month, income), month, 2, 9), month, 1, 3));
                }
            }
            case HOUSING_ASSISTANCE -> {
                for (int costs : new int[] {6_000, 20_000}) {
                    of.put(
                            "income 150\u00a0000 ₸ a month, costs %s ₸".formatted(grouped(costs)),
                            month -> couple(month, 150_000).say("family housing_costs=" + costs));
                }
            }
            case LARGE_FAMILY ->
                IntStream.rangeClosed(4, 8)
                        .forEach(children -> of.put(children + " children", month -> children(month, children)));
            case AWARDED_MOTHER ->
                Map.of("Kumis alka", "kumis_alka", "Altyn alka, Mother-heroine", "altyn_alka").entrySet().stream()
                        .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                        .forEach(award -> of.put(
                                award.getKey(),
                                month -> new Household()
                                        .say("head award=" + award.getValue() + " birth_date=" + born(month, 50))));
            case BIRTH_GRANT, CHILDCARE ->
                IntStream.rangeClosed(1, 4)
                        .forEach(order -> of.put(
                                List.of("first", "second", "third", "fourth and further")
                                                .get(order - 1) + " child",
                                month -> child(children(month, order - 1), month, 9, 0)));
            case CHILDCARE_INSURED -> {
                for (int income : new int[] {50_000, 200_000, 1_000_000}) {
                    of.put(
                            "first child, income %s ₸ a month".formatted(grouped(income)),
                            month -> child(
                                    couple(month, 0).say("spouse insured_months=24 insured_income_24m=" + 24L * income),
                                    month,
                                    1,
                                    0));
                }
            }
            case DISABILITY_BENEFIT -> disability(of);
            case SURVIVOR -> {
                IntStream.rangeClosed(1, 6)
                        .forEach(number -> of.put(
                                number + (number == 1 ? " child who lost one parent" : " children who lost one parent"),
                                month -> {
                                    Household family = children(month, number);
                                    IntStream.rangeClosed(1, number)
                                            .forEach(child -> family.say("child" + child + " breadwinner_lost=one"));
                                    return family;
                                }));
                of.put("an orphan of both", month -> children(month, 1).say("child1 breadwinner_lost=both"));
            }
            case CHILD_DISABILITY_CARE ->
                of.put(
                        "a child with a disability",
                        month -> child(couple(month, 0), month, 1, 9)
                                .say("child1 disability=child disability_group_child=group2 disability_cause=general"));
            case GROUP1_CARE ->
                of.put(
                        "a person of group I",
                        month -> new Household()
                                .say("head cares_for=disabled_group1 birth_date=" + born(month, 50))
                                .say("spouse disability=group1 disability_cause=general birth_date="
                                        + born(month, 52)));
            case JOB_LOSS -> {
                for (int record : new int[] {6, 12, 24, 36, 60, 120, 240}) {
                    of.put(
                            "200\u00a0000 ₸ a month, contributions of %d months".formatted(record),
                            month -> new Household()
                                    .say("head insured_income_24m=4800000 job_lost_on="
                                            + month.minusMonths(1).atDay(15)
                                            + " work=registered_unemployed insured_months=" + record + " birth_date="
                                            + born(month, 40)));
                }
            }
        }
        return of;
    }

    private static void disability(Map<String, Function<YearMonth, Household>> of) {
        of.put(
                "a child under 7",
                month -> disabled(month, 5, "child", "general").say("head disability_group_child=group2"));
        for (String group : GROUPS) {
            of.put(
                    "a child of 7 to 17, " + roman(group),
                    month -> disabled(month, 10, "child", "general").say("head disability_group_child=" + group));
        }
        cause(of, "an adult, general disease or work injury, ", "general");
        cause(of, "an adult, since childhood, ", "since_childhood");
        cause(of, "conscripts, nuclear tests and accidents, ", "military");
        cause(of, "service personnel on duty, ", "duty");
    }

    private static void cause(Map<String, Function<YearMonth, Household>> of, String who, String cause) {
        GROUPS.forEach(group -> of.put(who + roman(group), month -> disabled(month, 40, group, cause)));
    }

    private static String roman(String group) {
        return "group " + "I".repeat(GROUPS.indexOf(group) + 1);
    }

    private static Household disabled(YearMonth month, int age, String disability, String cause) {
        return new Household()
                .say("head disability=%s disability_cause=%s birth_date=%s"
                        .formatted(disability, cause, born(month, age)));
    }

    private static Household couple(YearMonth month, int income) {
        var family = new Household()
                .say("head sex=m birth_date=" + born(month, 35))
                .say("spouse sex=f birth_date=" + born(month, 33));
        return income == 0 ? family : family.say("head wage=" + 3L * income);
    }

    private static Household children(YearMonth month, int children) {
        Household family = couple(month, 0);
        for (int child = 1; child <= children; child++) {
            family = child(family, month, child, 16 - child);
        }
        return family;
    }

    private static Household child(Household family, YearMonth month, int number, int age) {
        return family.say("child%d birth_date=%s".formatted(number, born(month, age)));
    }

    private static String grouped(int number) {
        return Integer.toString(number).replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00a0");
    }

    /// Born so many years and three months before.
    private static String born(YearMonth month, int age) {
        return month.minusYears(age).minusMonths(3).atDay(10).toString();
    }

    private Examples() {}
}
