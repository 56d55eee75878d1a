package kz.shanyraq.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.HouseholdBuilder;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What would change an answer must be something that can be so.
class UnlessTest {

    private static final YearMonth MONTH = YearMonth.of(2025, 1);

    /// Two poor persons with two cars, of whom all is known but the disability of one.
    private static Households withTwoCars(String birth) {
        String[] known = {
            "status",
            "citizen",
            "absence",
            "none",
            "study",
            "none",
            "work",
            "none",
            "long_illness",
            "false",
            "cares_for",
            "none",
            "sex",
            "f"
        };
        return new HouseholdBuilder()
                .family("region", "71", "cars", "2", "dwellings", "1", "unsafe_dwellings", "0")
                .family("premises_for_profit", "false", "building_plot", "false", "heavy_vehicles", "false")
                .family("survey_refused", "false")
                .person(known)
                .and("relation", "head", "birth_date", "1990-01-01", "disability", "none")
                .person(known)
                .and("relation", "other", "birth_date", birth)
                .build();
    }

    @ParameterizedTest(name = "born {0}: {1}")
    @CsvSource({"2007-01-02, CHILD", "2007-01-01, GROUP1", "1994-07-01, GROUP1"})
    void a_disability_that_may_turn_out_is_one_of_the_persons_age(String birth, Disability expected) {
        var law = new Catalogue(MONTH, Figures.shipped());
        Households h = withTwoCars(birth);
        Explanation open = new Explainer(law).explain(h, 0, -1, Benefit.TARGETED_ASSISTANCE);
        assertThat(open.outcome()).isEqualTo(Outcome.UNDECIDED);
        Flip flip = Unless.find(law, h, 0, open);
        assertThat(flip).isNotNull();
        assertThat(flip.column()).isEqualTo(Column.DISABILITY);
        assertThat(flip.to()).isEqualTo(expected.ordinal());
    }
}
