package kz.shanyraq.office.financing.web;

import java.util.List;
import java.util.Map;
import kz.shanyraq.office.financing.PayLists.Order;
import kz.shanyraq.office.financing.PayLists.PayList;
import kz.shanyraq.office.financing.PayLists.Sum;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Found;
import org.jspecify.annotations.Nullable;

/// The orders of a list in one state.
///
/// @param families those that may be seen, by their numbers
/// @param next where the next page begins; null on the last
public record OrderListPage(
        PayList list,
        String state,
        @Nullable Sum sum,
        List<Order> orders,
        Map<Long, Found.Family> families,
        boolean later,
        @Nullable Long next) {

    /// The title.
    public String title(Text t) {
        return t.say("financing.orders.title", Integer.toString(list.id()), t.say("financing.order." + state));
    }

    /// The number of an order's family as people write it.
    public String family(Order order) {
        return new kz.shanyraq.office.registry.FamilyId(order.familyId()).number();
    }

    /// The account, as far as it need be seen.
    public String account(Order order) {
        return PayWords.account(order.iban());
    }

    /// What the bank or the office said of it; null for nothing.
    public @Nullable String said(Order order, Text t) {
        return switch (order.state()) {
            case "rejected", "returned" -> PayWords.reason(order.reasonCode(), t);
            case "withdrawn" -> t.say("financing.out." + (order.reasonCode() == null ? "dropped" : order.reasonCode()));
            case "sent" -> t.say(order.bankSaid() == null ? "financing.bank.silent" : "financing.bank.taken");
            default -> null;
        };
    }

    /// The day of the last word.
    public @Nullable String day(Order order, Text t) {
        return order.answeredOn() != null
                ? t.date(order.answeredOn())
                : order.sentOn() != null ? t.date(order.sentOn()) : null;
    }
}
