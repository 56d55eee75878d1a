package kz.shanyraq.office.registry;

import gg.jte.Content;
import java.util.Optional;
import kz.shanyraq.office.page.Text;

/// What another module has to say on the page of a family. It is asked within the rights of the one who looks, when
/// these have been checked.
public interface FamilyPart {

    /// What is to be shown of a family; empty if there is nothing, or the one who looks may not see it.
    ///
    /// @param address of the family's pages
    /// @param own whether the family itself looks
    Optional<Shown> of(FamilyFile file, String address, boolean own);

    /// What is shown.
    interface Shown {

        /// A sentence for the head of the page: what to do now; null for none.
        @org.jspecify.annotations.Nullable
        String now(Text t);

        /// The part itself.
        Content content(Text t);
    }
}
