package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Town or village.
public enum SettlementType implements Code {
    URBAN,
    RURAL
}
