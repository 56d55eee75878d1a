/// Social payment on the loss of a job.
@NullMarked
package kz.shanyraq.policy.jobloss;

import org.jspecify.annotations.NullMarked;
