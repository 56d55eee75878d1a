package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Legal status in Kazakhstan (Social Code, art. 120 §1); [#OTHER] is not entitled.
public enum Status implements Code {
    CITIZEN,
    KANDAS,
    REFUGEE,
    RESIDENT_FOREIGNER,
    RESIDENT_STATELESS,
    OTHER
}
