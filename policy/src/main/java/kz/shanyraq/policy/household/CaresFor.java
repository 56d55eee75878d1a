package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Whom a person looks after.
public enum CaresFor implements Code {
    NONE,
    CHILD_UNDER_3,
    CHILD_3_TO_6,
    DISABLED_CHILD,
    DISABLED_GROUP1,
    DISABLED_GROUP2,
    OVER_80,
    ELDERLY
}
