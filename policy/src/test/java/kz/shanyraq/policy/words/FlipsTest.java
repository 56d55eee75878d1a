package kz.shanyraq.policy.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Flip;
import kz.shanyraq.policy.explain.Unless;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Column.Type;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.random.RandomHouseholds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A change that an explanation offers is a promise: who makes it gets the other answer, and who falls short
/// of it by a tenge does not. Kept here by assessing the changed family anew, as the nation is assessed.
class FlipsTest {

    private static final int FAMILIES = Integer.getInteger("properties.families", 150);

    @ParameterizedTest(name = "{0}, {1} of the cells not known")
    @CsvSource({
        "2018-06, 0",
        "2018-09, -1",
        "2019-08, 0",
        "2020-07, -1",
        "2022-05, 0",
        "2023-02, -1",
        "2023-09, 0",
        "2024-12, -1",
        "2025-11, 0",
        "2026-05, 0.03"
    })
    void every_change_that_is_offered_flips_the_answer(YearMonth month, double unknown) {
        var law = new Catalogue(month, Figures.shipped());
        var explainer = new Explainer(law);
        Households h = new RandomHouseholds(Integer.getInteger("properties.seed", 0) + month.hashCode(), month, unknown)
                .make(FAMILIES);
        Map<Outcome, Integer> offered = new EnumMap<>(Outcome.class);
        for (Benefit benefit : law.inForce()) {
            var rows = new Assessments();
            law.assess(h, benefit, rows);
            for (int i = 0; i < rows.size; i++) {
                int f = rows.family[i];
                int person = rows.person[i];
                Explanation told = explainer.explain(h, f, person < 0 ? -1 : h.firstPerson[f] + person, benefit);
                Flip flip = Unless.find(law, h, f, told);
                if (flip != null) {
                    check(law, h.only(f), told, flip);
                    offered.merge(told.outcome(), 1, Integer::sum);
                }
            }
        }
        assertThat(offered.getOrDefault(Outcome.GRANTED, 0)).isGreaterThan(FAMILIES / 15);
        assertThat(offered.getOrDefault(Outcome.REFUSED, 0)).isGreaterThan(FAMILIES / 15);
    }

    private static void check(Catalogue law, Households one, Explanation told, Flip flip) {
        String what = "%s %s, then %s".formatted(told.benefit(), told.outcome(), flip);
        assertThat(flip.outcome()).as(what).isNotIn(told.outcome(), Outcome.UNDECIDED);
        assertThat(flip.column().get(one, flip.row())).as(what).isEqualTo(flip.from());

        flip.column().set(one, flip.row(), flip.to());
        List<String> then = answer(law, one, told);
        boolean notConcerned = then.isEmpty() && flip.outcome() == Outcome.REFUSED;
        assertThat(notConcerned ? List.of("REFUSED 0 0") : then)
                .as(what)
                .containsExactly("%s %d %d".formatted(flip.outcome(), flip.monthly(), flip.once()));

        if (flip.column().type() == Type.MONEY
                && flip.from() != flip.column().type().unknown()) {
            flip.column().set(one, flip.row(), flip.to() + Long.signum(flip.from() - flip.to()));
            assertThat(answer(law, one, told))
                    .as("a tenge less than %s", what)
                    .noneMatch(answer -> answer.startsWith(flip.outcome() + " "));
        }
    }

    private static List<String> answer(Catalogue law, Households one, Explanation told) {
        var rows = new Assessments();
        law.assess(one, told.benefit(), rows);
        var answers = new ArrayList<String>();
        for (int i = 0; i < rows.size; i++) {
            if (rows.person[i] == told.person()) {
                answers.add("%s %d %d".formatted(rows.outcome(i), rows.monthly[i], rows.once[i]));
            }
        }
        return answers;
    }
}
