package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Why a person is not at home.
public enum Absence implements Code {
    NONE,
    STATE_PROVISION,
    CONSCRIPT,
    PRISON,
    COMPULSORY_TREATMENT,
    BOARDING_SCHOOL,
    WORKS_AWAY
}
