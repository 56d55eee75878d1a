package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Kind of an income as it was received.
public enum IncomeKind implements Code {
    WAGE,
    SELF_EMPLOYMENT,
    PENSION,
    DISABILITY_BENEFIT,
    CHILD_DISABILITY_BENEFIT,
    CAREGIVER_BENEFIT,
    CHILDCARE_BENEFIT,
    LARGE_FAMILY_BENEFIT,
    AWARDED_MOTHER_BENEFIT,
    SCHOLARSHIP,
    SURVIVOR_BENEFIT,
    JOB_LOSS_PAYMENT,
    BIRTH_GRANT,
    SPECIAL_STATE_BENEFIT,
    ALIMONY,
    RENT,
    PROPERTY_SALE,
    GIFT,
    TRANSFER,
    INTEREST,
    LOAN,
    MEASURE_WAGE,
    RELOCATION_GRANT,
    TARGETED_ASSISTANCE,
    HOUSING_ASSISTANCE,
    BURIAL_BENEFIT,
    FARM,
    OTHER
}
