/// Pages of benefits.
@NullMarked
package kz.shanyraq.office.benefits.web;

import org.jspecify.annotations.NullMarked;
