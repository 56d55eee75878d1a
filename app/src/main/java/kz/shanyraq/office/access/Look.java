package kz.shanyraq.office.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the log to be: what was done, to whom. Who, when and what for, [Access] adds.
///
/// @param action what was done
/// @param family the family, if one
/// @param person the person, if one
/// @param detail what was shown or done, in a word or two; never a name, number or other personal data
public record Look(
        Action action, @Nullable FamilyRef family, @Nullable Long person, String detail) {

    /// A page of a family was shown.
    public static Look at(FamilyRef family, String what) {
        return new Look(Action.LOOK, family, null, what);
    }

    /// A page of a person was shown.
    public static Look at(FamilyRef family, long person, String what) {
        return new Look(Action.LOOK, family, person, what);
    }

    /// Families stood in a list.
    public static List<Look> list(List<FamilyRef> families, String what) {
        return families.stream()
                .map(family -> new Look(Action.LIST, family, null, what))
                .toList();
    }

    /// Something was done to a person or family.
    public static Look did(Action action, @Nullable FamilyRef family, @Nullable Long person, String what) {
        return new Look(action, family, person, what);
    }

    /// Something was done that concerns nobody in particular, such as a search without a hit.
    public static Look did(Action action, String what) {
        return new Look(action, null, null, what);
    }
}
