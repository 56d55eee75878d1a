/// The office's database: a PostgreSQL server of our own or somebody else's, its roles, its migrations, the two
/// pools of connections, and the copy that is kept of it.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package kz.shanyraq.office.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
