package kz.shanyraq.policy.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Step;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.HouseholdBuilder;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// For how many months the payment on the loss of a job is made: a step that no column of the answers holds
/// (Social Code, art. 118 §1 and §5).
class JobLossMonthsTest {

    @ParameterizedTest
    @CsvSource({
        "2025-11, 5, 0, 0",
        "2025-11, 6, 0, 1",
        "2025-11, 11, 0, 1",
        "2025-11, 12, 0, 2",
        "2025-11, 24, 0, 3",
        "2025-11, 36, 0, 4",
        "2025-11, 48, 0, 5",
        "2025-11, 59, 0, 5",
        "2025-11, 60, 0, 6",
        "2025-11, 300, 0, 6",
        "2019-06, 60, 0, 4",
        "2025-11, 60, 2, 4",
        "2025-11, 17, 1, 0",
        "2025-11, 18, 1, 1",
        "2025-11, 12, 3, 0"
    })
    void the_longer_the_record_the_longer_the_payment(YearMonth month, int record, int paidMonths, long months) {
        Households h = new HouseholdBuilder()
                .family("region", "71")
                .person("relation", "head", "birth_date", "1985-05-05", "sex", "f", "work", "registered_unemployed")
                .and("job_lost_on", month.minusMonths(1).atDay(10).toString())
                .and("insured_months", Integer.toString(record), "insured_income_24m", "4800000")
                .and("job_loss_months_paid", Integer.toString(paidMonths))
                .build();
        assertThat(new Explainer(new Catalogue(month, Figures.shipped()))
                        .explain(h, 0, 0, Benefit.JOB_LOSS).steps().stream()
                                .filter(step -> step.name().equals("months"))
                                .map(Step::number))
                .containsExactly(months);
    }
}
