package kz.shanyraq.policy;

import static kz.shanyraq.policy.Act.*;

import java.time.LocalDate;

/// A rule of the law, by what it rules; its citation changes with the acts in force. Where a rule of an
/// earlier act was not found and the later one is applied (`docs/sources.md`), the citation is unconfirmed.
public enum Provision {
    APPLICANT(law246(false).sure(SOCIAL_CODE, "art. 120 §1")),
    FAMILY_COMPOSITION(law246(true).sure(SOCIAL_CODE, "art. 120 §5")),
    REFERENCE_QUARTER(law246(true).sure(SOCIAL_CODE, "art. 127 §2")),
    COUNTED_INCOME(from("2018-01-01", ORDER_237, "", true).sure(ORDER_181, "")),
    LOAN_AS_INCOME(from("2018-01-01", ORDER_237, "", false).unsure("2023-07-01", ORDER_181, "")),
    FARM_INCOME(from("2018-01-01", ORDER_237, "", false).unsure("2023-07-01", ORDER_181, "annexes")),
    INCOME_PER_HEAD(law246(true).sure(SOCIAL_CODE, "art. 127 §2")),
    POVERTY_LINE(from("2018-01-01", ORDER_320, "", true).sure(ORDER_160, "")),
    INCOME_TEST(law246(true).sure(SOCIAL_CODE, "art. 128 (1)")),
    SURVEY(law246(true).sure(SOCIAL_CODE, "art. 128 (2)")),
    DWELLINGS(law246(false).sure(SOCIAL_CODE, "art. 125 (1)")),
    PREMISES(law246(false).sure(SOCIAL_CODE, "art. 125 (2)")),
    BUILDING_PLOT(law246(false).sure(SOCIAL_CODE, "art. 125 (3)")),
    CARS(law246(false).sure(SOCIAL_CODE, "art. 125 (4)")),
    HEAVY_VEHICLES(law246(false).sure(SOCIAL_CODE, "art. 125 (5)")),
    REFUSED_WORK(law246(false).sure(SOCIAL_CODE, "art. 128 (4)")),
    CONTRACT_BROKEN(law246(false).sure(SOCIAL_CODE, "art. 128 (5)")),
    FALSE_DATA(law246(false).sure(SOCIAL_CODE, "art. 128 (6)")),
    ASSISTANCE_AMOUNT(from("2018-01-01", LAW_246, "", true).sure(SOCIAL_CODE, "art. 126 §1")),
    CHILD_SUPPLEMENT(from("2020-01-01", DECREE_1032, "", true).sure(SOCIAL_CODE, "art. 126 §2")),
    KIND_OF_ASSISTANCE(law246(true).sure(SOCIAL_CODE, "arts 121–122")),
    DUTIES(law246(false).sure(SOCIAL_CODE, "art. 122 §4")),
    ASSIGNMENT(law246(true).sure(SOCIAL_CODE, "art. 123 §3")),
    TERMINATION(law246(false).sure(SOCIAL_CODE, "art. 129")),
    ABLE_BODIED(law246(false).unsure("2023-07-01", SOCIAL_CODE, "arts 121–122, 207")),
    PROPOSED_LOANS(from("2018-01-01", PROPOSAL_2025, "", false)),
    PROPOSED_OUTFLOWS(from("2018-01-01", PROPOSAL_2025, "", false)),
    PROPOSED_DEPOSITS(from("2018-01-01", PROPOSAL_2025, "", false)),

    BIRTH_GRANT(from("2018-01-01", LAW_63, "", false).sure(SOCIAL_CODE, "arts 79–80")),
    CHILDCARE(from("2018-01-01", LAW_63, "", false).sure(SOCIAL_CODE, "arts 81–82")),
    CHILDCARE_SUSPENDED(from("2018-01-01", LAW_63, "", false).sure(SOCIAL_CODE, "art. 83")),
    CHILDCARE_INSURED(from("2018-01-01", LAW_286, "", false).sure(SOCIAL_CODE, "arts 84–85")),
    BIRTH_ORDER(from("2018-01-01", LAW_63, "", false).unsure("2023-07-01", SOCIAL_CODE, "arts 79–82")),
    LARGE_FAMILY(from("2020-01-01", LAW_63, "", false).sure(SOCIAL_CODE, "arts 90–91")),
    LARGE_FAMILY_SUSPENDED(from("2020-01-01", LAW_63, "", false).sure(SOCIAL_CODE, "art. 92")),
    AWARDED_MOTHER(from("2018-01-01", LAW_63, "", false).sure(SOCIAL_CODE, "arts 93–94")),
    AWARDED_MOTHER_SUSPENDED(from("2018-01-01", LAW_63, "", false).sure(SOCIAL_CODE, "art. 95")),
    DISABILITY_AMOUNT(from("2018-01-01", LAW_126, "", false).sure(SOCIAL_CODE, "art. 177")),
    DISABILITY_OR_SURVIVOR(from("2018-01-01", LAW_126, "", false).sure(SOCIAL_CODE, "arts 175 §6, 177 §5–6")),
    DISABILITY_IN_CENTRE(from("2018-01-01", LAW_126, "", false).sure(SOCIAL_CODE, "art. 178 §5–7")),
    CHILD_DISABILITY_CARE(from("2018-01-01", LAW_63, "", false).sure(SOCIAL_CODE, "")),
    GROUP1_CARE(from("2018-01-01", LAW_63, "", false).sure(SOCIAL_CODE, "art. 172")),
    GROUP1_CARE_AMOUNT(from("2018-01-01", LAW_63, "", false).unsure("2023-07-01", SOCIAL_CODE, "art. 172")),
    SURVIVOR(from("2018-01-01", LAW_126, "", false).sure(SOCIAL_CODE, "art. 236")),
    JOB_LOSS(from("2018-01-01", LAW_286, "", false).sure(SOCIAL_CODE, "art. 118")),
    UNEMPLOYED(from("2018-01-01", LAW_286, "", false).sure(SOCIAL_CODE, "art. 99 §3")),
    PENSION_AGE(from("2018-01-01", LAW_286, "", false).unsure("2023-07-01", SOCIAL_CODE, "arts 99 §3, 207 §1")),
    HOUSING(from("2018-01-01", DECREE_2314, "", false).from("2024-01-01", ORDER_117, "", true)),
    HOUSING_INCOME(from("2018-01-01", DECREE_2314, "", false).unsure("2024-01-01", ORDER_117, "")),

    WELLBEING_CARD(from("2023-07-01", ORDER_267, "", true)),
    WELLBEING_SCORING(from("2025-05-21", SCORING_ORDER, "", true)),
    NEED_FOR_SERVICES(from("2018-01-01", LAW_114, "", false).sure(SOCIAL_CODE, "art. 133 §1")),
    EMPLOYMENT_MEASURES(from("2018-01-01", PROGRAMME_ENBEK, "", true).sure(DECREE_476, ""));

    private final Dated<Citation> citations;

    Provision(Building building) {
        this.citations = building.dates.open();
    }

    /// The citation in force on a day.
    ///
    /// @throws NotInForce before the rule existed
    public Citation on(LocalDate day) {
        return citations.on(day);
    }

    /// All citations by first day.
    public Dated<Citation> citations() {
        return citations;
    }

    private static final class Building {
        private final Dated.Building<Citation> dates = Dated.named("citation");

        private Building from(String day, Act act, String place, boolean confirmed) {
            dates.from(day, new Citation(act, place, confirmed));
            return this;
        }

        private Building sure(Act act, String place) {
            return from("2023-07-01", act, place, true);
        }

        private Building unsure(String day, Act act, String place) {
            return from(day, act, place, false);
        }
    }

    private static Building from(String day, Act act, String place, boolean confirmed) {
        return new Building().from(day, act, place, confirmed);
    }

    private static Building law246(boolean confirmed) {
        return from("2018-01-01", LAW_246, "", confirmed);
    }
}
