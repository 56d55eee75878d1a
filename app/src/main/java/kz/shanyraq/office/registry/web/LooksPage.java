package kz.shanyraq.office.registry.web;

import java.util.List;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyId;
import org.jspecify.annotations.Nullable;

/// Who looked at a family or at the citizen's own data.
///
/// @param family the family, for an officer; null for a citizen
/// @param lastName last name of its head
public record LooksPage(
        List<Looks.Seen> seen,
        @Nullable FamilyId family,
        @Nullable String lastName) {

    /// The family's name.
    public String familyTitle(Text t) {
        return family == null ? "" : FactWords.family(t, lastName, family.number());
    }
}
