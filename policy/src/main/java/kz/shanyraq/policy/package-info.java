/// The tools with which a benefit is written: codes, dated values, rounding, citations, verdicts; and the
/// list of benefits.
@NullMarked
package kz.shanyraq.policy;

import org.jspecify.annotations.NullMarked;
