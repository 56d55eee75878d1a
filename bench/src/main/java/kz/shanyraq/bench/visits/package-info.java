/// What is lost by not visiting every family: measured on a nation whose truth is known.
@NullMarked
package kz.shanyraq.bench.visits;

import org.jspecify.annotations.NullMarked;
