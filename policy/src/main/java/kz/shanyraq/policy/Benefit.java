package kz.shanyraq.policy;

/// A benefit that the law library can assess; its code is the column `act` of the household format. In the
/// order of their codes, which is the order of the rows of a family.
public enum Benefit implements Code {
    AWARDED_MOTHER,
    BIRTH_GRANT,
    CHILD_DISABILITY_CARE,
    CHILDCARE,
    CHILDCARE_INSURED,
    DISABILITY_BENEFIT,
    GROUP1_CARE,
    HOUSING_ASSISTANCE,
    JOB_LOSS,
    LARGE_FAMILY,
    SURVIVOR,
    TARGETED_ASSISTANCE;

    /// This benefit as one bit of the column `receives`.
    public int bit() {
        return 1 << ordinal();
    }
}
