/// Pages of sign-in, the own account, permits, officers, roles and the log.
@NullMarked
package kz.shanyraq.office.access.web;

import org.jspecify.annotations.NullMarked;
