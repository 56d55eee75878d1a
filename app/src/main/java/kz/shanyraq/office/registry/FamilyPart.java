package kz.shanyraq.office.registry;

import gg.jte.Content;
import java.util.List;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Todo;
import org.jspecify.annotations.Nullable;

/// What another module has to say on the page of a family. It is asked within the rights of the one who looks, when
/// these have been checked.
public interface FamilyPart {

    /// What is to be shown of a family; nothing if there is nothing, or the one who looks may not see it.
    ///
    /// @param address of the family's pages
    /// @param own whether the family itself looks
    List<Shown> of(FamilyFile file, String address, boolean own);

    /// What is shown.
    interface Shown {

        /// What somebody should do now: rows at the head of the page.
        default List<Todo> now(Text t) {
            return List.of();
        }

        /// A mark beside the family's name; null for none.
        default @Nullable Content mark(Text t) {
            return null;
        }

        /// Whether the part stands at the side.
        default boolean aside() {
            return false;
        }

        /// The part itself.
        Content content(Text t);
    }
}
