package kz.shanyraq.policy.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Step;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Column.Type;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.properties.Answers.Row;
import kz.shanyraq.policy.random.Changed;
import kz.shanyraq.policy.random.RandomHouseholds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of every family, whoever it is. More of them, and others:
/// `-Dproperties.families=2000 -Dproperties.seed=7`.
class LawsOfArithmeticTest {

    private static final int FAMILIES = Integer.getInteger("properties.families", 200);

    static Stream<YearMonth> months() {
        return Answers.MONTHS.stream();
    }

    @ParameterizedTest
    @MethodSource("months")
    void a_family_alone_is_answered_as_in_the_nation(YearMonth month) {
        Catalogue law = Answers.law(month);
        for (double unknown : new double[] {0, RandomHouseholds.ONE_CELL, 0.1}) {
            Households h = Answers.families(month, FAMILIES, unknown);
            List<List<Row>> nation = Answers.of(law, h);
            for (int f = 0; f < h.families; f++) {
                assertThat(Answers.of(law, h.only(f))).containsExactly(nation.get(f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("months")
    void the_sheet_of_a_page_says_what_the_row_of_the_nation_says(YearMonth month) {
        Catalogue law = Answers.law(month);
        Households h = Answers.families(month, FAMILIES, RandomHouseholds.ONE_CELL);
        List<List<Row>> nation = Answers.of(law, h);
        for (int f = 0; f < h.families; f++) {
            for (Row row : nation.get(f)) {
                Assessment sheet = law.sheet(h, f, h.firstPerson[f] + Math.max(0, row.person()), row.benefit());
                assertThat(sheet.outcome()).isEqualTo(row.outcome());
                assertThat(sheet.monthly()).isEqualTo(row.monthly());
                assertThat(sheet.once()).isEqualTo(row.once());
                assertThat(sheet.kindOrdinal()).isEqualTo(row.kind().ordinal());
                assertThat(codes(sheet, row.benefit())).containsExactlyElementsOf(reasons(row));
            }
        }
    }

    private static List<String> codes(Assessment sheet, Benefit benefit) {
        var codes = new ArrayList<String>();
        Explainer.unmet(Catalogue.grounds(benefit), sheet.unmet()).forEach(ground -> codes.add(ground.code()));
        Explainer.facts(sheet.missing()).forEach(fact -> codes.add(fact.code()));
        return codes;
    }

    private static List<String> reasons(Row row) {
        var reasons = new ArrayList<>(row.unmet());
        reasons.addAll(row.missing());
        return reasons;
    }

    @ParameterizedTest
    @MethodSource("months")
    void asked_twice_the_law_answers_the_same(YearMonth month) {
        Households h = Answers.families(month, FAMILIES, 0.1);
        assertThat(Answers.of(Answers.law(month), h)).isEqualTo(Answers.of(Answers.law(month), h));
    }

    @ParameterizedTest
    @MethodSource("months")
    void the_order_of_the_members_never_matters(YearMonth month) {
        Catalogue law = Answers.law(month);
        var dice = new SplittableRandom(month.hashCode());
        for (double unknown : new double[] {0, RandomHouseholds.ONE_CELL}) {
            Households h = Answers.families(month, FAMILIES, unknown);
            Changed.untie(h);
            List<List<Row>> nation = Answers.of(law, h);
            for (int f = 0; f < h.families; f++) {
                Households one = h.only(f);
                int[] order = Changed.shuffled(one.persons, dice);
                List<Row> answer = Answers.of(law, Changed.reordered(one, order)).getFirst().stream()
                        .map(row -> row.person() < 0 ? row : row.of(order[row.person()]))
                        .toList();
                assertThat(Answers.byPerson(answer))
                        .as("family %d, members %s", f, java.util.Arrays.toString(order))
                        .isEqualTo(Answers.byPerson(nation.get(f)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("months")
    void nothing_is_negative_and_only_a_grant_is_paid(YearMonth month) {
        Catalogue law = Answers.law(month);
        var explainer = new Explainer(law);
        for (double unknown : new double[] {0, 0.1}) {
            Households h = Answers.families(month, FAMILIES, unknown);
            List<List<Row>> nation = Answers.of(law, h);
            for (int f = 0; f < h.families; f++) {
                for (Row row : nation.get(f)) {
                    assertThat(row.monthly()).isNotNegative();
                    assertThat(row.once()).isNotNegative();
                    assertThat(row.granted() || row.monthly() + row.once() == 0).isTrue();
                    assertThat(row.outcome() == Outcome.REFUSED)
                            .isEqualTo(!row.unmet().isEmpty());
                    assertThat(row.outcome() == Outcome.UNDECIDED)
                            .isEqualTo(!row.missing().isEmpty());
                    for (Step step : explain(explainer, h, f, row).steps()) {
                        assertThat(step.unit() == Unit.CONDITION || step.number() >= 0)
                                .as("%s of %s: %d", step.name(), row, step.number())
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("months")
    void more_income_never_brings_more_assistance(YearMonth month) {
        Catalogue law = Answers.law(month);
        for (double unknown : new double[] {0, RandomHouseholds.ONE_CELL, 0.1}) {
            for (long more : new long[] {1, 999, 30_000, 5_000_000}) {
                Households h = Answers.families(month, FAMILIES, unknown);
                List<List<Row>> before = Answers.of(law, h);
                for (int nth = 0; nth < 4; nth++) {
                    raise(h, nth, more);
                    List<List<Row>> after = Answers.of(law, h);
                    for (int f = 0; f < h.families; f++) {
                        for (Benefit benefit : List.of(Benefit.TARGETED_ASSISTANCE, Benefit.HOUSING_ASSISTANCE)) {
                            neverMore(of(benefit, before.get(f)), of(benefit, after.get(f)));
                        }
                    }
                    before = after;
                }
            }
        }
    }

    /// Raises the n-th income of every family whose amount is known.
    private static void raise(Households h, int nth, long more) {
        for (int f = 0; f < h.families; f++) {
            int i = h.firstIncome[h.firstPerson[f]] + nth;
            if (i < h.firstIncome[h.firstPerson[f + 1]] && h.incomeAmount[i] >= 0) {
                h.incomeAmount[i] += more;
            }
        }
    }

    private static void neverMore(Row before, Row after) {
        assertThat(after.monthly() <= before.monthly() || before.outcome() == Outcome.UNDECIDED)
                .as("%s, then %s", before, after)
                .isTrue();
        assertThat(after.outcome() == Outcome.GRANTED && before.outcome() == Outcome.REFUSED)
                .as("%s, then %s", before, after)
                .isFalse();
        assertThat(after.unmet()).as("%s, then %s", before, after).containsAll(before.unmet());
    }

    private static Row of(Benefit benefit, List<Row> rows) {
        return rows.stream().filter(row -> row.benefit() == benefit).findFirst().orElseThrow();
    }

    /// One member more raises the line of the family and brings no income; for a child of the right age there
    /// is a supplement besides. Only a family of nobody has no income to test until the child is there.
    @ParameterizedTest
    @MethodSource("months")
    void one_more_child_never_lowers_targeted_assistance(YearMonth month) {
        Catalogue law = Answers.law(month);
        Households h = Answers.families(month, FAMILIES, 0);
        List<List<Row>> nation = Answers.of(law, h);
        for (int age : new int[] {0, 3, 10, 17}) {
            for (int f = 0; f < h.families; f++) {
                Households more = Changed.withChild(h.only(f), month.atDay(1).minusYears(age));
                Row before = of(Benefit.TARGETED_ASSISTANCE, nation.get(f));
                Row after =
                        of(Benefit.TARGETED_ASSISTANCE, Answers.of(law, more).getFirst());
                assertThat(after.monthly()).as("%s, then %s", before, after).isGreaterThanOrEqualTo(before.monthly());
                if (!before.unmet().contains("no_members")) {
                    assertThat(before.unmet()).as("%s, then %s", before, after).containsAll(after.unmet());
                }
            }
        }
    }

    /// The coefficient of large families grows with every child from the fourth on.
    @ParameterizedTest
    @MethodSource("months")
    void one_more_child_raises_the_large_family_benefit(YearMonth month) {
        Catalogue law = Answers.law(month);
        if (!law.inForce().contains(Benefit.LARGE_FAMILY)) {
            return;
        }
        Households h = Answers.families(month, FAMILIES, 0);
        List<List<Row>> nation = Answers.of(law, h);
        for (int f = 0; f < h.families; f++) {
            Map<String, Row> before = Answers.byPerson(nation.get(f));
            Row large = before.get("large_family -1");
            if (large != null && large.granted()) {
                Households more = Changed.withChild(h.only(f), month.atDay(1).minusYears(1));
                assertThat(of(Benefit.LARGE_FAMILY, Answers.of(law, more).getFirst())
                                .monthly())
                        .isGreaterThan(large.monthly());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("months")
    void the_parts_make_the_sum(YearMonth month) {
        Catalogue law = Answers.law(month);
        var explainer = new Explainer(law);
        Households h = Answers.families(month, 4 * FAMILIES, 0);
        List<List<Row>> nation = Answers.of(law, h);
        var checked = new ArrayList<Benefit>();
        for (int f = 0; f < h.families; f++) {
            for (Row row : nation.get(f)) {
                if (row.granted() && partsMakeTheSum(law, row, numbers(explain(explainer, h, f, row)))) {
                    checked.add(row.benefit());
                }
            }
        }
        for (Benefit benefit :
                List.of(Benefit.TARGETED_ASSISTANCE, Benefit.DISABILITY_BENEFIT, Benefit.HOUSING_ASSISTANCE)) {
            assertThat(Collections.frequency(checked, benefit))
                    .as("grants of %s", benefit.code())
                    .isGreaterThan(FAMILIES / 40);
        }
    }

    /// Sums are in tenge, parts in tiyn; half a tenge is what rounding may take or give.
    private static boolean partsMakeTheSum(Catalogue law, Row row, Map<String, Long> step) {
        long sum = row.monthly();
        return switch (row.benefit()) {
            case TARGETED_ASSISTANCE -> {
                if (step.containsKey("for_each_adult")) {
                    long children = step.get("children_with_sum");
                    assertThat((step.get("members") - children) * step.get("for_each_adult")
                                    + children * step.get("for_each_child"))
                            .as("%s %s", row, step)
                            .isEqualTo(sum);
                } else {
                    long parts = step.getOrDefault("shortfall", 100 * sum) + step.getOrDefault("child_supplement", 0L);
                    assertThat(Math.abs(100 * sum - parts))
                            .as("%s %s", row, step)
                            .isLessThanOrEqualTo(51);
                }
                yield true;
            }
            case HOUSING_ASSISTANCE -> {
                assertThat(Math.abs(100 * (sum - step.get("costs")) + step.get("own_share")))
                        .as("%s %s", row, step)
                        .isLessThanOrEqualTo(law.day().date().getYear() == 2018 ? 100 : 51);
                yield true;
            }
            case DISABILITY_BENEFIT -> {
                long toCentre = step.get("to_centre");
                assertThat(sum + toCentre).isGreaterThanOrEqualTo(step.get("full"));
                assertThat(toCentre > 0 || sum == step.get("full")).isTrue();
                yield true;
            }
            case CHILDCARE_INSURED -> {
                assertThat(sum)
                        .isEqualTo(Math.min(step.get("cap"), Math.max(step.get("floor"), step.get("share_of_income"))));
                yield true;
            }
            default -> false;
        };
    }

    /// The largest sums that the household format holds are still answered: one absurd cell must not stop a
    /// nation's run.
    @ParameterizedTest
    @MethodSource("months")
    void the_largest_sums_are_answered(YearMonth month) {
        Catalogue law = Answers.law(month);
        Households h = Answers.families(month, FAMILIES, 0);
        for (Column column : Column.values()) {
            if (column.held() && (column.type() == Type.MONEY || column.type() == Type.AREA)) {
                long most = column.type() == Type.MONEY ? column.most() : 99_999_999_999L;
                for (int row = 0; row < h.rows(column.file()); row++) {
                    column.set(h, row, most);
                }
            }
        }
        assertThat(Answers.of(law, h))
                .hasSize(h.families)
                .allMatch(rows -> rows.stream().allMatch(row -> row.monthly() >= 0 && row.once() >= 0));
    }

    private static Explanation explain(Explainer explainer, Households h, int f, Row row) {
        return explainer.explain(h, f, row.person() < 0 ? -1 : h.firstPerson[f] + row.person(), row.benefit());
    }

    private static Map<String, Long> numbers(Explanation explanation) {
        return explanation.steps().stream().collect(Collectors.toMap(Step::name, Step::number, (one, other) -> one));
    }
}
