/// Household data in files, read row by row with their rejects, checked, ordered by family, and kept as a
/// snapshot.
@NullMarked
package kz.shanyraq.nation.reading;

import org.jspecify.annotations.NullMarked;
