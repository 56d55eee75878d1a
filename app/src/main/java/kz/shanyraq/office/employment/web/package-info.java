/// The pages of social contracts.
@NullMarked
package kz.shanyraq.office.employment.web;

import org.jspecify.annotations.NullMarked;
