package kz.shanyraq.policy.wellbeing;

import kz.shanyraq.policy.Code;

/// A dimension of wellbeing: the first five are those of the family card, the next five those of the scoring
/// model; [#TOTAL] is the whole.
public enum Dimension implements Code {
    ECONOMIC,
    HEALTH,
    HOUSING,
    SOCIAL,
    EDUCATION,
    MATERIAL,
    NON_MATERIAL,
    DEPENDENCY,
    SELF_REALISATION,
    HIDDEN_INCOME,
    TOTAL
}
