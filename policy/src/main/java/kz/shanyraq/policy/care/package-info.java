/// Benefits of those who care for a child with a disability or a person of group I.
@NullMarked
package kz.shanyraq.policy.care;

import org.jspecify.annotations.NullMarked;
