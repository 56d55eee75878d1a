/// The sheet on which a rule is worked out, its steps with their citations, and the answers of a block of
/// families in columns.
@NullMarked
package kz.shanyraq.policy.assessment;

import org.jspecify.annotations.NullMarked;
