/// How a benchmark is measured and told: entrants in turn, each in a process of its own, and their rows in a file.
@NullMarked
package kz.shanyraq.bench.measure;

import org.jspecify.annotations.NullMarked;
