package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Cause of a disability: conscript service is [#MILITARY], officers on duty [#DUTY], nuclear tests and
/// accidents [#NUCLEAR].
public enum DisabilityCause implements Code {
    GENERAL,
    SINCE_CHILDHOOD,
    MILITARY,
    NUCLEAR,
    DUTY,
    WORK_INJURY
}
