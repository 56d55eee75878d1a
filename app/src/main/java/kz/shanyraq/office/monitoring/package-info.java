/// Monitoring: what waits, which source is late, what the figures say. It stands to the right of all modules, and none
/// depends on it.
@NullMarked
@ApplicationModule(allowedDependencies = {"page", "access", "registry", "employment", "benefits"})
package kz.shanyraq.office.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
