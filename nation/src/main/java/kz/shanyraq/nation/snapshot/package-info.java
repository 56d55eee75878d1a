/// The nation as one mapped file: blocks of columns, read at the speed of memory.
@NullMarked
package kz.shanyraq.nation.snapshot;

import org.jspecify.annotations.NullMarked;
