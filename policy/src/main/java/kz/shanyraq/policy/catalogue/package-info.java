/// The benefits in force in a month, with their numbers: the one door through which all of them are asked.
@NullMarked
package kz.shanyraq.policy.catalogue;

import org.jspecify.annotations.NullMarked;
