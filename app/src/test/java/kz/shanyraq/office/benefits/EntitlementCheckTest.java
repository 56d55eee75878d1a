package kz.shanyraq.office.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.shanyraq.office.benefits.CheckAnswers.Disabled;
import kz.shanyraq.office.benefits.CheckAnswers.Kin;
import kz.shanyraq.office.benefits.CheckAnswers.Working;
import kz.shanyraq.office.benefits.Checked.Standing;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.household.CaresFor;
import kz.shanyraq.policy.household.HouseholdBuilder;
import kz.shanyraq.policy.household.Households;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The check says what the law library says of a family that is told in full, and never refuses because of a gap.
class EntitlementCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 15);
    private static final int KARAGANDA = 35;
    private static final Disabled NOBODY = new Disabled(0, 0, 0, 0, 0);

    private final EntitlementCheck check = new EntitlementCheck();

    /// A family as somebody answers, and the same family told to the law library in full by other means.
    record Told(String called, CheckAnswers answers, HouseholdBuilder inFull) {
        @Override
        public String toString() {
            return called;
        }
    }

    private static CheckAnswers answers(
            Map<AgeGroup, Integer> people,
            Disabled disabled,
            Working working,
            CaresFor care,
            Set<Owned> owned,
            long income) {
        int grown = people.getOrDefault(AgeGroup.ADULTS, 0) + people.getOrDefault(AgeGroup.ELDERS, 0);
        Kin kin = grown == 2 ? new Kin(1, 0, 0) : null;
        return new CheckAnswers(KARAGANDA, people, kin, true, disabled, working, care, owned, income);
    }

    private static HouseholdBuilder inFull(Set<Owned> owned) {
        return new HouseholdBuilder()
                .family("region", "35", "survey_refused", "false", "dwellings", "1", "unsafe_dwellings", "0")
                .family("cars", owned.contains(Owned.CAR) ? "3" : "1", "heavy_vehicles", "false")
                .family("premises_for_profit", Boolean.toString(owned.contains(Owned.PREMISES)))
                .family("building_plot", "false");
    }

    private static HouseholdBuilder adult(HouseholdBuilder family, String relation, String work, String care) {
        return family.person("relation", relation, "birth_date", "1991-02-03", "status", "citizen")
                .and("absence", "none", "disability", "none", "work", work, "study", "none", "cares_for", care)
                .and("long_illness", "false", "award", "none");
    }

    private static HouseholdBuilder child(HouseholdBuilder family, String born, String disability) {
        return family.person("relation", "child", "birth_date", born, "status", "citizen", "absence", "none")
                .and("disability", disability, "award", "none");
    }

    static Stream<Told> families() {
        HouseholdBuilder three = adult(inFull(Set.of()), "head", "permanent", "none")
                .income("2026-07", "wage", 120_000)
                .income("2026-08", "wage", 120_000)
                .income("2026-09", "wage", 120_000);
        adult(three, "spouse", "none", "none");
        child(child(child(three, "2012-05-01", "none"), "2017-01-31", "none"), "2022-12-24", "none");

        HouseholdBuilder five =
                adult(inFull(Set.of()), "head", "permanent", "none").income("2026-09", "wage", 2_400_000);
        adult(five, "spouse", "permanent", "none");
        child(child(child(five, "2010-05-01", "none"), "2012-01-31", "none"), "2014-12-24", "none");
        child(child(five, "2016-05-01", "none"), "2021-12-24", "none");

        HouseholdBuilder baby =
                adult(inFull(Set.of()), "head", "none", "child_under_3").income("2026-08", "alimony", 90_000);
        child(child(baby, "2023-05-01", "none"), "2026-05-11", "none");

        HouseholdBuilder ill =
                adult(inFull(Set.of()), "head", "none", "disabled_child").income("2026-07", "wage", 600_000);
        child(ill, "2022-03-01", "child");

        HouseholdBuilder cars =
                adult(inFull(Set.of(Owned.CAR)), "head", "temporary", "none").income("2026-07", "wage", 30_000);
        adult(cars, "spouse", "temporary", "none");

        HouseholdBuilder elders = inFull(Set.of(Owned.PREMISES));
        for (String relation : List.of("head", "spouse")) {
            elders.person("relation", relation, "birth_date", "1955-02-03", "status", "citizen", "absence", "none")
                    .and("disability", "none", "work", "pensioner", "study", "none", "cares_for", "none")
                    .and("long_illness", "false", "award", "none");
        }
        elders.income("2026-07", "pension", 60_000);

        return Stream.of(
                new Told(
                        "two adults with three children and one wage",
                        answers(
                                Map.of(AgeGroup.ADULTS, 2, AgeGroup.SCHOOL, 2, AgeGroup.SMALL, 1),
                                NOBODY,
                                new Working(1, 0, 1, 0),
                                CaresFor.NONE,
                                Set.of(),
                                120_000),
                        three),
                new Told(
                        "two adults with five children and good wages",
                        answers(
                                Map.of(AgeGroup.ADULTS, 2, AgeGroup.SCHOOL, 4, AgeGroup.SMALL, 1),
                                NOBODY,
                                new Working(2, 0, 0, 0),
                                CaresFor.NONE,
                                Set.of(),
                                800_000),
                        five),
                new Told(
                        "a mother alone with a baby",
                        answers(
                                Map.of(AgeGroup.ADULTS, 1, AgeGroup.SMALL, 1, AgeGroup.BABIES, 1),
                                NOBODY,
                                new Working(0, 0, 1, 0),
                                CaresFor.CHILD_UNDER_3,
                                Set.of(),
                                30_000),
                        baby),
                new Told(
                        "a parent with a child with a disability",
                        answers(
                                Map.of(AgeGroup.ADULTS, 1, AgeGroup.SMALL, 1),
                                new Disabled(0, 0, 0, 1, 0),
                                new Working(0, 0, 1, 0),
                                CaresFor.DISABLED_CHILD,
                                Set.of(),
                                200_000),
                        ill),
                new Told(
                        "a couple with cars",
                        answers(
                                Map.of(AgeGroup.ADULTS, 2),
                                NOBODY,
                                new Working(0, 2, 0, 0),
                                CaresFor.NONE,
                                Set.of(Owned.CAR),
                                10_000),
                        cars),
                new Told(
                        "a couple of pension age with premises",
                        answers(
                                Map.of(AgeGroup.ELDERS, 2),
                                NOBODY,
                                new Working(0, 0, 0, 0),
                                CaresFor.NONE,
                                Set.of(Owned.PREMISES),
                                20_000),
                        elders));
    }

    private List<Checked> found(CheckAnswers answers) {
        return check.check(answers, DAY).found();
    }

    private @Nullable Checked found(CheckAnswers answers, Benefit benefit) {
        return found(answers).stream()
                .filter(one -> one.benefit() == benefit)
                .findFirst()
                .orElse(null);
    }

    private Checked assistance(CheckAnswers answers) {
        Checked found = found(answers, Benefit.TARGETED_ASSISTANCE);
        assertThat(found).isNotNull();
        return java.util.Objects.requireNonNull(found);
    }

    private Set<String> law(Households family, Benefit benefit) {
        var rows = new Assessments();
        check.catalogue(DAY).assess(family, benefit, rows);
        var answers = new TreeSet<String>();
        for (int row = 0; row < rows.size; row++) {
            if (rows.outcome(row) != Outcome.UNDECIDED) {
                answers.add("%s %s %d %d".formatted(benefit, rows.outcome(row), rows.monthly[row], rows.once[row]));
            }
        }
        return answers;
    }

    private static Set<String> said(List<Checked> found, Benefit benefit) {
        var answers = new TreeSet<String>();
        for (Checked one : found) {
            if (one.benefit() == benefit && (one.standing() == Standing.LIKELY || one.standing() == Standing.NOT)) {
                Outcome outcome = one.standing() == Standing.LIKELY ? Outcome.GRANTED : Outcome.REFUSED;
                answers.add("%s %s %d %d".formatted(benefit, outcome, one.monthly(), one.once()));
            }
        }
        return answers;
    }

    @ParameterizedTest
    @MethodSource("families")
    void states_and_sums_are_those_of_the_law_library(Told told) {
        List<Checked> found = found(told.answers());
        Households family = told.inFull().build();
        for (Benefit benefit : check.catalogue(DAY).inForce()) {
            assertThat(said(found, benefit)).as("%s", benefit).isEqualTo(law(family, benefit));
        }
        assertThat(said(found, Benefit.TARGETED_ASSISTANCE)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("families")
    void an_answer_that_is_left_out_never_makes_a_refusal(Told told) {
        CheckAnswers all = told.answers();
        Set<String> refused = no(all);
        for (CheckAnswers less : List.of(
                new CheckAnswers(
                        null,
                        all.people(),
                        all.kin(),
                        all.entitled(),
                        all.disabled(),
                        all.working(),
                        all.care(),
                        all.owned(),
                        all.income()),
                new CheckAnswers(
                        all.region(),
                        null,
                        all.kin(),
                        all.entitled(),
                        all.disabled(),
                        all.working(),
                        all.care(),
                        all.owned(),
                        all.income()),
                new CheckAnswers(
                        all.region(),
                        all.people(),
                        all.kin(),
                        null,
                        all.disabled(),
                        all.working(),
                        all.care(),
                        all.owned(),
                        all.income()),
                new CheckAnswers(
                        all.region(),
                        all.people(),
                        all.kin(),
                        all.entitled(),
                        null,
                        all.working(),
                        all.care(),
                        all.owned(),
                        all.income()),
                new CheckAnswers(
                        all.region(),
                        all.people(),
                        all.kin(),
                        all.entitled(),
                        all.disabled(),
                        null,
                        all.care(),
                        all.owned(),
                        all.income()),
                new CheckAnswers(
                        all.region(),
                        all.people(),
                        all.kin(),
                        all.entitled(),
                        all.disabled(),
                        all.working(),
                        null,
                        all.owned(),
                        all.income()),
                new CheckAnswers(
                        all.region(),
                        all.people(),
                        all.kin(),
                        all.entitled(),
                        all.disabled(),
                        all.working(),
                        all.care(),
                        null,
                        all.income()),
                with(all, null),
                all.withIncome(null))) {
            assertThat(refused).as("%s", less).containsAll(no(less));
        }
    }

    /// Benefits that are refused, or do not concern the family, which is no less a no.
    private Set<String> no(CheckAnswers answers) {
        EntitlementCheck.Outcomes outcomes = check.check(answers, DAY);
        var no = new TreeSet<String>();
        outcomes.notConcerned().forEach(benefit -> no.add(benefit.code()));
        for (Checked one : outcomes.found()) {
            if (one.standing() == Standing.NOT) {
                no.add(one.benefit().code());
            }
        }
        return no;
    }

    @Test
    void i_do_not_know_everywhere_gives_no_refusal_and_no_promise() {
        List<Checked> found = found(new CheckAnswers(null, null, null, null, null, null, null, null, null));
        assertThat(found).hasSameSizeAs(check.catalogue(DAY).inForce()).allSatisfy(one -> {
            assertThat(one.standing()).isEqualTo(Standing.CANNOT_SAY);
            assertThat(one.missing()).containsExactly(Fact.PERSON);
        });
    }

    @Test
    void only_the_people_known_gives_no_refusal_of_assistance_and_says_up_to_which_income_it_would_be_due() {
        var people = new EnumMap<AgeGroup, Integer>(Map.of(AgeGroup.ADULTS, 2, AgeGroup.SMALL, 2));
        var answers = new CheckAnswers(null, people, null, null, null, null, null, null, null);
        Checked could = assistance(answers);
        assertThat(could.standing()).isEqualTo(Standing.COULD);
        assertThat(could.most()).isPositive();
        long most = java.util.Objects.requireNonNull(could.most());
        CheckAnswers told = answers(people, NOBODY, new Working(0, 0, 2, 0), CaresFor.NONE, Set.of(), most);
        assertThat(assistance(told).standing()).isEqualTo(Standing.LIKELY);
        assertThat(assistance(told.withIncome(most + 1)).standing()).isEqualTo(Standing.NOT);
    }

    @Test
    void a_refusal_for_income_says_the_limit_to_the_tenge() {
        CheckAnswers rich = answers(
                Map.of(AgeGroup.ADULTS, 2, AgeGroup.SCHOOL, 1),
                NOBODY,
                new Working(1, 0, 1, 0),
                CaresFor.NONE,
                Set.of(),
                900_000);
        Checked refused = assistance(rich);
        assertThat(refused.standing()).isEqualTo(Standing.NOT);
        long most = java.util.Objects.requireNonNull(refused.most());
        assertThat(most).isBetween(1L, 899_999L);
        assertThat(assistance(rich.withIncome(most)).standing()).isEqualTo(Standing.LIKELY);
        assertThat(assistance(rich.withIncome(most + 1)).standing()).isEqualTo(Standing.NOT);
    }

    @Test
    void three_children_are_one_short_of_the_benefit_of_large_families() {
        Checked large = found(
                answers(
                        Map.of(AgeGroup.ADULTS, 2, AgeGroup.SCHOOL, 3),
                        NOBODY,
                        new Working(2, 0, 0, 0),
                        CaresFor.NONE,
                        Set.of(),
                        100_000),
                Benefit.LARGE_FAMILY);
        assertThat(large).isNotNull().satisfies(one -> {
            assertThat(one.standing()).isEqualTo(Standing.NOT);
            assertThat(one.children()).isEqualTo(1);
        });
    }

    private static CheckAnswers with(CheckAnswers all, @Nullable Kin kin) {
        return new CheckAnswers(
                all.region(),
                all.people(),
                kin,
                all.entitled(),
                all.disabled(),
                all.working(),
                all.care(),
                all.owned(),
                all.income());
    }

    @Test
    void who_the_other_adults_are_decides_what_place_a_baby_has_among_the_children() {
        CheckAnswers family = answers(
                Map.of(AgeGroup.ADULTS, 2, AgeGroup.SCHOOL, 2, AgeGroup.BABIES, 1),
                NOBODY,
                new Working(1, 0, 1, 0),
                CaresFor.CHILD_UNDER_3,
                Set.of(),
                90_000);
        for (Benefit benefit : List.of(Benefit.BIRTH_GRANT, Benefit.CHILDCARE)) {
            Checked third = java.util.Objects.requireNonNull(found(with(family, new Kin(1, 0, 0)), benefit));
            Checked fourth = java.util.Objects.requireNonNull(found(with(family, new Kin(0, 1, 0)), benefit));
            Checked other = java.util.Objects.requireNonNull(found(with(family, new Kin(0, 0, 1)), benefit));
            Checked open = java.util.Objects.requireNonNull(found(with(family, null), benefit));
            for (Checked known : List.of(third, fourth, other)) {
                assertThat(facts(known)).as("%s", benefit).doesNotContain(Fact.RELATION);
            }
            assertThat(facts(open)).as("%s", benefit).contains(Fact.RELATION);
            assertThat(open.standing()).as("%s", benefit).isIn(Standing.COULD, Standing.CANNOT_SAY);
            assertThat(fourth.monthly() + fourth.once())
                    .as("%s", benefit)
                    .isGreaterThan(third.monthly() + third.once());
            assertThat(other.monthly() + other.once()).isEqualTo(third.monthly() + third.once());
        }
        Checked grant = java.util.Objects.requireNonNull(found(with(family, new Kin(1, 0, 0)), Benefit.BIRTH_GRANT));
        assertThat(grant.standing()).isEqualTo(Standing.LIKELY);
    }

    private static List<Fact> facts(Checked checked) {
        return java.util.Objects.requireNonNull(checked.explanation()).missing();
    }

    @Test
    void the_award_of_a_mother_is_told_once_for_all_adults() {
        List<Checked> found = found(answers(
                Map.of(AgeGroup.ADULTS, 3, AgeGroup.ELDERS, 2, AgeGroup.SCHOOL, 1),
                NOBODY,
                new Working(3, 0, 0, 0),
                CaresFor.NONE,
                Set.of(),
                100_000));
        assertThat(found.stream().filter(one -> one.benefit() == Benefit.AWARDED_MOTHER))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.standing()).isEqualTo(Standing.COULD);
                    assertThat(one.persons()).hasSize(5);
                    assertThat(one.monthly()).isPositive();
                });
        assertThat(found.stream()
                        .filter(one -> one.standing() == Standing.COULD)
                        .toList())
                .last()
                .extracting(Checked::benefit)
                .isEqualTo(Benefit.AWARDED_MOTHER);
    }

    @Test
    void persons_who_are_alike_are_told_once() {
        List<Checked> found = found(answers(
                Map.of(AgeGroup.ADULTS, 2, AgeGroup.SMALL, 2),
                new Disabled(0, 0, 0, 2, 0),
                new Working(1, 0, 1, 0),
                CaresFor.NONE,
                Set.of(),
                100_000));
        var care = new ArrayList<Checked>();
        found.stream()
                .filter(one -> one.benefit() == Benefit.CHILD_DISABILITY_CARE)
                .forEach(care::add);
        assertThat(care).hasSize(1);
        assertThat(care.getFirst().standing()).isEqualTo(Standing.LIKELY);
        assertThat(care.getFirst().persons()).hasSize(2);
    }

    @Test
    void after_the_last_month_with_figures_the_law_of_that_month_is_asked() {
        LocalDate known = check.catalogue(DAY).day().date();
        assertThat(known).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(check.catalogue(LocalDate.of(2027, 3, 1)).day().date()).isBefore(LocalDate.of(2027, 3, 1));
    }
}
