/// The pages of financing.
@NullMarked
package kz.shanyraq.office.financing.web;

import org.jspecify.annotations.NullMarked;
