/// A family as known at a moment, in columns: one family is a block of one, the nation is many blocks.
@NullMarked
package kz.shanyraq.policy.household;

import org.jspecify.annotations.NullMarked;
