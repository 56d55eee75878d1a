package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Occupation in the labour market.
public enum Work implements Code {
    PERMANENT,
    TEMPORARY,
    SELF_EMPLOYED,
    REGISTERED_UNEMPLOYED,
    NONE,
    PENSIONER
}
