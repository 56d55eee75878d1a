/// The synthetic nation: invented families, calibrated to published figures, with the truth beside what the
/// registers say. No person in it exists.
@NullMarked
package kz.shanyraq.nation.synthetic;

import org.jspecify.annotations.NullMarked;
