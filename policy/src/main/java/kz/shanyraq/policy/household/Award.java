package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// State award of a mother of many children.
public enum Award implements Code {
    NONE,
    KUMIS_ALKA,
    ALTYN_ALKA,
    MOTHER_HEROINE,
    MATERNAL_GLORY
}
