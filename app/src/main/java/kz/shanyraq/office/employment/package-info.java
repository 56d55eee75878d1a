/// Employment: social contracts of conditional assistance, the duties of their members, and what follows
/// where these are not met.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "page", "access", "registry"})
package kz.shanyraq.office.employment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
