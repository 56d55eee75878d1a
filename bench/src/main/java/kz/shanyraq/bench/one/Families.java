package kz.shanyraq.bench.one;

import kz.shanyraq.policy.household.HouseholdBuilder;
import kz.shanyraq.policy.household.Households;

/// Invented families that apply for targeted assistance in November 2025, one for each answer.
public enum Families {
    /// A couple with three children and one low wage.
    GRANTED {
        @Override
        Households household() {
            return couple("95000").build();
        }
    },
    /// The same family with a second car and a wage well above the line.
    REFUSED {
        @Override
        Households household() {
            return couple("650000").family("cars", "2").build();
        }
    },
    /// The same family, of which nobody has told what it owns and whether the father works.
    UNDECIDED {
        @Override
        Households household() {
            return couple("95000")
                    .family("cars", "", "dwellings", "", "premises_for_profit", "")
                    .build();
        }
    };

    abstract Households household();

    private static HouseholdBuilder couple(String wage) {
        var family = new HouseholdBuilder()
                .family(
                        "region", "61",
                        "settlement_type", "rural",
                        "dwellings", "1",
                        "dwelling_area_m2", "54",
                        "unsafe_dwellings", "0",
                        "premises_for_profit", "false",
                        "building_plot", "false",
                        "cars", "1",
                        "heavy_vehicles", "false",
                        "survey_refused", "false",
                        "overdue_debt", "false",
                        "loans_quarter", "0",
                        "outflows_quarter", "0",
                        "deposits", "0")
                .livestock("cattle", 2)
                .livestock("sheep", 9);
        adult(family, "head", "f", "1988-03-14", "none");
        family.and("cares_for", "child_under_3");
        adult(family, "spouse", "m", "1985-07-02", "permanent");
        for (int month = 7; month <= 10; month++) {
            family.income("2025-%02d".formatted(month), "wage", Long.parseLong(wage));
        }
        child(family, "f", "2012-09-01", "school");
        child(family, "m", "2017-01-23", "school");
        child(family, "f", "2023-11-30", "none");
        return family;
    }

    private static void adult(HouseholdBuilder family, String relation, String sex, String born, String work) {
        person(family, relation, sex, born, "none", work);
    }

    private static void child(HouseholdBuilder family, String sex, String born, String study) {
        person(family, "child", sex, born, study, "none");
        family.parents(0, 1);
    }

    private static void person(
            HouseholdBuilder family, String relation, String sex, String born, String study, String work) {
        family.person(
                "relation", relation,
                "sex", sex,
                "birth_date", born,
                "status", "citizen",
                "absence", "none",
                "disability", "none",
                "study", study,
                "work", work,
                "cares_for", "none",
                "long_illness", "false",
                "needs_care", "false");
    }
}
