/// The office as people use it: in a real browser, with a pointer, with the keyboard alone, and without script.
@NullMarked
package kz.shanyraq.office.journeys;

import org.jspecify.annotations.NullMarked;
