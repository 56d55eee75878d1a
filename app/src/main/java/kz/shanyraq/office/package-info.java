/// The office: where an officer finds a family and sees what the registers say of it.
@NullMarked
package kz.shanyraq.office;

import org.jspecify.annotations.NullMarked;
