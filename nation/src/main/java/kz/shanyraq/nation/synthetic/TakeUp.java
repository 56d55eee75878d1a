package kz.shanyraq.nation.synthetic;

import java.util.EnumSet;
import java.util.Set;
import kz.shanyraq.policy.Benefit;

/// How many of those entitled have a benefit already: our assumptions.
final class TakeUp {

    /// Benefits that do not look at incomes, so that they can be granted before incomes are made.
    static final Set<Benefit> WITHOUT_INCOME = EnumSet.of(
            Benefit.AWARDED_MOTHER,
            Benefit.BIRTH_GRANT,
            Benefit.CHILD_DISABILITY_CARE,
            Benefit.CHILDCARE,
            Benefit.CHILDCARE_INSURED,
            Benefit.DISABILITY_BENEFIT,
            Benefit.GROUP1_CARE,
            Benefit.LARGE_FAMILY,
            Benefit.SURVIVOR);

    static double of(Benefit benefit) {
        return switch (benefit) {
            case AWARDED_MOTHER -> 0.97;
            case BIRTH_GRANT -> 0.86;
            case CHILD_DISABILITY_CARE -> 0.93;
            case CHILDCARE, CHILDCARE_INSURED -> 0.92;
            case DISABILITY_BENEFIT -> 0.95;
            case GROUP1_CARE -> 0.70;
            case LARGE_FAMILY -> 0.94;
            case SURVIVOR -> 0.90;
            case HOUSING_ASSISTANCE, JOB_LOSS, TARGETED_ASSISTANCE -> 0.5;
        };
    }

    private TakeUp() {}
}
