/// Financing: what is owed and what was paid, and the files by which a bank is asked to pay and answers.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "page", "access", "registry", "benefits"})
package kz.shanyraq.office.financing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
