/// Two independent models of a family's wellbeing.
@NullMarked
package kz.shanyraq.policy.wellbeing;

import org.jspecify.annotations.NullMarked;
