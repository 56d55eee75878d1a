/// Benefits of large families and of awarded mothers.
@NullMarked
package kz.shanyraq.policy.largefamily;

import org.jspecify.annotations.NullMarked;
