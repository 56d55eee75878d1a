package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// The group established for a child of 7 to 17 with a disability.
public enum DisabilityGroup implements Code {
    GROUP1,
    GROUP2,
    GROUP3
}
