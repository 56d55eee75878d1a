/// Benefits: what the law says of every family. The sweep, its findings, the levels of wellbeing.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "page", "access", "registry", "employment"})
package kz.shanyraq.office.benefits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
