/// The office as its operator meets it: how long a load takes and how much room it needs.
@NullMarked
package kz.shanyraq.bench.office;

import org.jspecify.annotations.NullMarked;
