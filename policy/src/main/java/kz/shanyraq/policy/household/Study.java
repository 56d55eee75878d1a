package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// What a person attends.
public enum Study implements Code {
    NONE,
    KINDERGARTEN,
    SCHOOL,
    COLLEGE_FULL_TIME,
    UNIVERSITY_FULL_TIME,
    PART_TIME
}
