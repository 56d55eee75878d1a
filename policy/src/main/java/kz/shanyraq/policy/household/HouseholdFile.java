package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// A file of the household data format, version 1.
public enum HouseholdFile implements Code {
    FAMILIES,
    PERSONS,
    INCOMES,
    LIVESTOCK,
    PLOTS,
    SOURCES,
    FACTS
}
