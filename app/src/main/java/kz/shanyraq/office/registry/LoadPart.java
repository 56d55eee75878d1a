package kz.shanyraq.office.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A delivery as its portions are taken in.
///
/// @param intake its number
/// @param source who tells; null for a compiled household file, whose facts come from the keeper of each sheet
/// @param validOn the day from which its facts hold, unless a row says otherwise
/// @param bare whether the register was empty and stands without its constraints: nothing is held that could differ
record LoadPart(int intake, @Nullable String source, LocalDate validOn, boolean bare) {

    SheetFacts.Teller teller(String keeper) {
        return new SheetFacts.Teller(intake, source == null ? keeper : source);
    }
}
