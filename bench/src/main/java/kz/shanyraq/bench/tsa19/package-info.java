/// The common work TSA19: one rule over six million families, done by every contender on the same data, with the same
/// answers. `Tsa19` runs it.
@NullMarked
package kz.shanyraq.bench.tsa19;

import org.jspecify.annotations.NullMarked;
