package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.util.List;
import kz.shanyraq.office.access.FamilyRef;
import org.jspecify.annotations.Nullable;

/// What a search found, the likeliest first.
///
/// @param more whether there is more than a page holds: then the search should say more
/// @param elsewhere the number of a family outside the territory that was hit exactly: reading it asks for a reason
public record Found(
        Asked asked,
        List<Person> persons,
        List<Family> families,
        boolean more,
        @Nullable FamilyId elsewhere) {

    /// How many a page holds.
    public static final int MOST = 50;

    /// A person found.
    public record Person(
            PersonId id,
            String name,
            @Nullable LocalDate birthDate,
            @Nullable String relation,
            @Nullable FamilyId family,
            int kato) {}

    /// A family found.
    ///
    /// @param head name of its head, or of who stands first
    public record Family(
            FamilyId id, String head, int persons, @Nullable String address, int kato) {

        /// The family as access must know it; one under protection is never found.
        public FamilyRef ref() {
            return new FamilyRef(id.value(), id.number(), kato, false);
        }
    }

    /// Whether nothing was found.
    public boolean nothing() {
        return persons.isEmpty() && families.isEmpty() && elsewhere == null;
    }
}
