/// What every page of the office is made of: the shell around it, its words in three languages, numbers and dates,
/// sorting, charts. It knows no data.
@NullMarked
@ApplicationModule(
        displayName = "Page",
        allowedDependencies = {})
package kz.shanyraq.office.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
