package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Disability as established: a group for adults, [#CHILD] for persons under 18.
public enum Disability implements Code {
    NONE,
    GROUP1,
    GROUP2,
    GROUP3,
    CHILD
}
