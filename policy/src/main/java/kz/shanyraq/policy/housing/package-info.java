/// Housing assistance.
@NullMarked
package kz.shanyraq.policy.housing;

import org.jspecify.annotations.NullMarked;
