package kz.shanyraq.policy;

/// A fact that a benefit may ask for and that may be missing. Its code is the column of the household format
/// that holds it; codes that are no column: [#FAMILY], [#PERSON], [#INCOME], [#LIVESTOCK], [#PLOTS] (a row
/// was rejected, or a register was not asked), [#PARENT] (who the parents are), [#DISABILITY_GROUP] (the
/// group of a child), [#FARM_NORM] (no norm in force).
public enum Fact implements Code {
    FAMILY,
    PERSON,
    RELATION,
    BIRTH_DATE,
    SEX,
    STATUS,
    ABSENCE,
    DWELLING_ID,
    PARENT,
    STUDY,
    INCOME,
    TERM_MONTHS,
    LIVESTOCK,
    PLOTS,
    FARM_NORM,
    SURVEY_REFUSED,
    DWELLINGS,
    DWELLING_AREA_M2,
    UNSAFE_DWELLINGS,
    DWELLING_SOLD_ON,
    PREMISES_FOR_PROFIT,
    BUILDING_PLOT,
    CARS,
    HEAVY_VEHICLES,
    REFUSED_WORK_ON,
    CONTRACT_BROKEN_ON,
    FALSE_DATA_ON,
    LOANS_QUARTER,
    OUTFLOWS_QUARTER,
    DEPOSITS,
    WORK,
    CARES_FOR,
    LONG_ILLNESS,
    NEEDS_CARE,
    DISABILITY,
    DISABILITY_GROUP,
    DISABILITY_CAUSE,
    AWARD,
    BREADWINNER_LOST,
    RECEIVES,
    JOB_LOST_ON,
    JOB_LOSS_MONTHS_PAID,
    INSURED_MONTHS,
    INSURED_INCOME_24M,
    HOUSING_COSTS,
    ONLY_DWELLING,
    WATER,
    HEATING,
    SEWER,
    OVERDUE_DEBT,
    EDUCATION_LEVEL,
    GRADUATED_ON,
    REGISTERED_ON,
    RELEASED_ON,
    PROBATION,
    HOMELESS,
    REHAB_PROGRAMME;

    /// This fact as one bit of a [Verdict] or of a column of missing facts.
    public long bit() {
        return 1L << ordinal();
    }
}
