package kz.shanyraq.office.financing.web;

import java.util.List;
import java.util.Map;
import kz.shanyraq.office.financing.Reconciliations.Difference;
import kz.shanyraq.office.financing.Reconciliations.Kind;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Found;
import org.jspecify.annotations.Nullable;

/// The differences of one kind.
///
/// @param families those that may be seen, by their numbers
/// @param next where the next page begins; null on the last
public record DifferencePage(
        String kind,
        @Nullable Kind sum,
        List<Difference> rows,
        Map<Long, Found.Family> families,
        boolean later,
        @Nullable Integer next) {

    /// What it is about, in words.
    public String about(Difference row, Text t) {
        Long family = row.familyId();
        if (family != null) {
            Found.Family named = families.get(family);
            String number = new FamilyId(family).number();
            return named == null || named.head().isEmpty() ? number : named.head();
        }
        if (row.file() != null) {
            return row.line() == null
                    ? row.file()
                    : t.say("financing.difference.line", row.file(), Integer.toString(row.line()));
        }
        return row.day() == null ? "–" : t.date(row.day());
    }

    /// Where it leads; null for nowhere.
    public @Nullable String href(Difference row) {
        return row.familyId() == null ? null : "/families/" + new FamilyId(row.familyId()).number() + "#money";
    }

    /// The month or day; null for none.
    public @Nullable String when(Difference row, Text t) {
        return row.month() != null ? PayWords.month(row.month(), t) : row.day() != null ? t.date(row.day()) : null;
    }
}
