/// Who may see what, walked through: every page and every table, as every role, over families that are none of their
/// business.
@NullMarked
package kz.shanyraq.office.matrix;

import org.jspecify.annotations.NullMarked;
