package kz.shanyraq.office.access;

import java.util.List;
import kz.shanyraq.office.page.Language;

/// What access asks the registry about territories; the registry answers with a bean, from memory. Without it a
/// territory is shown by its code.
public interface Places {

    /// The name of a territory.
    String name(int kato, Language language);

    /// Regions and districts, to choose from.
    List<Integer> all();
}
