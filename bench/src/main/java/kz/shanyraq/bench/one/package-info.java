/// One family in a process: its explanation as an object and as a text.
@NullMarked
package kz.shanyraq.bench.one;

import org.jspecify.annotations.NullMarked;
