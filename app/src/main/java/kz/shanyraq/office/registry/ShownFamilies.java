package kz.shanyraq.office.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Look;
import org.springframework.stereotype.Component;

/// Families by name for a page that lists them by what another module knows of them: the looks at them are logged
/// before they are shown.
@Component
public class ShownFamilies {

    private final FamilyList families;
    private final Access access;

    ShownFamilies(FamilyList families, Access access) {
        this.families = families;
        this.access = access;
    }

    /// Those of some families that may be seen, by their numbers.
    ///
    /// @param what the page, as the log calls it
    public Map<Long, Found.Family> of(List<Long> numbers, String what) {
        Map<Long, Found.Family> named = new LinkedHashMap<>();
        families.named(numbers).forEach(family -> named.put(family.id().value(), family));
        access.looked(Look.list(named.values().stream().map(Found.Family::ref).toList(), what));
        return named;
    }
}
