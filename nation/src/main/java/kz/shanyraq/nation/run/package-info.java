/// A rule over all rows, on all cores: the nation assessed, its results written in a fixed order, resumable
/// after a kill.
@NullMarked
package kz.shanyraq.nation.run;

import org.jspecify.annotations.NullMarked;
