/// The benchmarks of Shanyraq and their page.
@NullMarked
package kz.shanyraq.bench;

import org.jspecify.annotations.NullMarked;
