/// The country as columns.
@NullMarked
package kz.shanyraq.nation;

import org.jspecify.annotations.NullMarked;
