/// Who may see what, for how long and what for: officers, posts, rights, sign-in, permits; and the log of every
/// look at a person.
///
/// The door: [Access] (who acts, what they may, what they looked at), [Needs] and [Open] on every page, [Acting],
/// [Role], [Right], [Purpose],
/// [Territory], [Looks] (who looked), [LogVerification]; and what the registry tells access: [Citizens],
/// [Families].
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "page"})
package kz.shanyraq.office.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
