package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Livestock of a personal subsidiary farm.
public enum LivestockKind implements Code {
    CATTLE,
    HORSE,
    CAMEL,
    SHEEP,
    GOAT,
    PIG,
    POULTRY
}
