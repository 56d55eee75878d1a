/// Pages of monitoring.
@NullMarked
package kz.shanyraq.office.monitoring.web;

import org.jspecify.annotations.NullMarked;
