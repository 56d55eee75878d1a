/// The catalogue of the law over a synthetic nation: from the mapped snapshot to decisions in memory.
@NullMarked
package kz.shanyraq.bench.nation;

import org.jspecify.annotations.NullMarked;
