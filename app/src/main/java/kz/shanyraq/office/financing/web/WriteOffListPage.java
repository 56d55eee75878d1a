package kz.shanyraq.office.financing.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.shanyraq.office.financing.WriteOffs.Waiting;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Found;
import org.jspecify.annotations.Nullable;

/// Write-offs that wait for a second person.
///
/// @param me who looks; null if that one may not answer
public record WriteOffListPage(
        List<Waiting> waiting,
        Map<Long, Found.Family> families,
        @Nullable UUID me) {

    /// The number of a family as people write it.
    public String family(Waiting row) {
        return new FamilyId(row.familyId()).number();
    }

    /// The name of its head, or its number.
    public String head(Waiting row) {
        Found.Family family = families.get(row.familyId());
        return family == null || family.head().isEmpty() ? family(row) : family.head();
    }

    /// The benefit and month.
    public String what(Waiting row, Text t) {
        return PayWords.benefit(row.topic(), t) + ", " + PayWords.month(row.month(), t);
    }

    /// Whether the one who looks may answer.
    public boolean mine(Waiting row) {
        return me != null && !me.equals(row.askedBy());
    }
}
