package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Sex as registered.
public enum Sex implements Code {
    F,
    M
}
