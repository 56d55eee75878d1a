/// Birth grant, childcare benefit and childcare social payment.
@NullMarked
package kz.shanyraq.policy.childbirth;

import org.jspecify.annotations.NullMarked;
