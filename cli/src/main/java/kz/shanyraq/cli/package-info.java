/// The command line: what stands in `./shanyraq`.
@NullMarked
package kz.shanyraq.cli;

import org.jspecify.annotations.NullMarked;
