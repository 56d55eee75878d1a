package kz.shanyraq.policy.catalogue;

import java.time.LocalDate;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Dated;

/// The editions of the benefits other than targeted assistance, named by the first day of the rule or of its
/// coefficients.
final class Editions {

    private static final Dated<String> CODE = Dated.<String>named("edition")
            .from("2018-01-01", "2018")
            .from("2023-07-01", "2023-07")
            .open();

    private static final Dated<String> CHILDCARE = Dated.<String>named("edition of childcare")
            .from("2018-01-01", "2018")
            .from("2023-01-01", "2023-01")
            .from("2023-07-01", "2023-07")
            .open();

    private static final Dated<String> CARE = Dated.<String>named("edition of care")
            .from("2018-01-01", "2018")
            .from("2019-07-01", "2019-07")
            .from("2023-07-01", "2023-07")
            .open();

    private static final Dated<String> JOB_LOSS = Dated.<String>named("edition of the job-loss payment")
            .from("2018-01-01", "2018")
            .from("2020-01-01", "2020")
            .from("2023-01-01", "2023-01")
            .from("2023-07-01", "2023-07")
            .open();

    private static final Dated<String> LARGE_FAMILY = Dated.<String>named("edition of the large-family benefit")
            .from("2020-01-01", "2020")
            .from("2023-07-01", "2023-07")
            .open();

    private static final Dated<String> HOUSING = Dated.<String>named("edition of housing assistance")
            .from("2018-01-01", "2018")
            .from("2024-01-01", "2024")
            .open();

    static String of(Benefit benefit, LocalDate day) {
        return (switch (benefit) {
                    case CHILDCARE, CHILDCARE_INSURED -> CHILDCARE;
                    case CHILD_DISABILITY_CARE, GROUP1_CARE -> CARE;
                    case JOB_LOSS -> JOB_LOSS;
                    case LARGE_FAMILY -> LARGE_FAMILY;
                    case HOUSING_ASSISTANCE -> HOUSING;
                    case AWARDED_MOTHER, BIRTH_GRANT, DISABILITY_BENEFIT, SURVIVOR, TARGETED_ASSISTANCE -> CODE;
                })
                .on(day);
    }

    private Editions() {}
}
