/// Who is a family, a child, able to work; what counts as income; what is owned: steps shared by benefits.
@NullMarked
package kz.shanyraq.policy.families;

import org.jspecify.annotations.NullMarked;
