/// Pages of the registry.
@NullMarked
package kz.shanyraq.office.registry.web;

import org.jspecify.annotations.NullMarked;
