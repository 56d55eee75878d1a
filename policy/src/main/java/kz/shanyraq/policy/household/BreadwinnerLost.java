package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Whether a person has lost one or both breadwinners.
public enum BreadwinnerLost implements Code {
    NONE,
    ONE,
    BOTH
}
