package kz.shanyraq.office.financing.web;

import java.util.List;
import java.util.Map;
import kz.shanyraq.office.financing.Reconciliations.Kind;
import kz.shanyraq.office.financing.Reconciliations.Reconciliation;
import kz.shanyraq.office.page.Fact;
import kz.shanyraq.office.page.Text;
import org.jspecify.annotations.Nullable;

/// What the last comparison of decisions, orders and bank found.
///
/// @param last the comparison; null if there was none
/// @param kinds its differences that may be seen, by kind
/// @param starts whether the one who looks may have it done now
public record ReconciliationPage(@Nullable Reconciliation last, Map<String, Kind> kinds, boolean starts) {

    /// All kinds, in the order of the way of money.
    public static final List<String> KINDS =
            List.of("due", "waiting", "unanswered", "bank_line", "unread", "day", "ledger");

    /// The four sums.
    public List<Fact> sums(Text t) {
        Reconciliation of = last;
        return of == null
                ? List.of()
                : List.of(
                        new Fact(t.say("financing.sum.due"), t.money(of.tengeDue())),
                        new Fact(t.say("financing.sum.accrued"), t.money(of.tengeAccrued())),
                        new Fact(t.say("financing.sum.confirmed"), t.money(of.tengeConfirmed())),
                        new Fact(t.say("financing.sum.bank"), t.money(of.tengeBank())));
    }

    /// Whether some differences are of families that the one who looks does not see.
    public boolean partly() {
        Reconciliation of = last;
        return of != null
                && kinds.values().stream().mapToLong(Kind::differences).sum() < of.differences();
    }
}
