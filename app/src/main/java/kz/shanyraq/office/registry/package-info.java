/// The registry: persons, families, and what the state's registers say of them, each fact dated twice and with its
/// source.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "page", "access"})
package kz.shanyraq.office.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
