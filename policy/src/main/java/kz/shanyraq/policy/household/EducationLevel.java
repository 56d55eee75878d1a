package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Highest education completed.
public enum EducationLevel implements Code {
    NONE,
    SCHOOL,
    COLLEGE,
    UNIVERSITY
}
