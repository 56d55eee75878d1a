/// The commands of the office: to start it, to copy its database and to bring it back, to check its log.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "access", "registry", "benefits", "financing", "monitoring"})
package kz.shanyraq.office.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
