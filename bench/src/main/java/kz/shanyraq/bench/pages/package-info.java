/// The pages of an office over a nation, asked as many officers ask them.
@NullMarked
package kz.shanyraq.bench.pages;

import org.jspecify.annotations.NullMarked;
