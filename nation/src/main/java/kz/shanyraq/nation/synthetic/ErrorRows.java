package kz.shanyraq.nation.synthetic;

import java.util.ArrayList;
import java.util.List;

/// The errors planted in a chunk: what each source got wrong, where two sources disagree, and records that
/// stand twice in one register.
final class ErrorRows {

    /// A planted error.
    ///
    /// @param family the row of the family in the chunk
    /// @param person the row of the person in the chunk, or -1
    /// @param key what names the row in its file, besides the family or person
    /// @param conflict whether another source tells the truth, so that a comparison shows the error
    record Planted(
            int family,
            int person,
            String source,
            String file,
            String key,
            String column,
            String truth,
            String wrong,
            String kind,
            boolean conflict) {}

    /// A record of the register of civil status.
    ///
    /// @param copy 0 for the person's own record, 1 for a second one with slips
    record Civil(int person, int copy) {}

    final List<Planted> planted = new ArrayList<>();
    final List<Civil> civil = new ArrayList<>();
}
