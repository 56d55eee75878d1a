/// A decision in words, in three languages, and the smallest change that would flip it.
@NullMarked
package kz.shanyraq.policy.explain;

import org.jspecify.annotations.NullMarked;
