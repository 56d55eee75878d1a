package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Relation to the head of the legal family.
public enum Relation implements Code {
    HEAD,
    SPOUSE,
    PARTNER,
    CHILD,
    FOSTER_CHILD,
    PARENT,
    SIBLING,
    OTHER
}
