package kz.shanyraq.office.financing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.office.financing.Money;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Todo;
import kz.shanyraq.office.page.Tone;
import org.jspecify.annotations.Nullable;

/// The money of a family, month by month: what is due, and where each part of it stands.
///
/// @param address of the family's pages
/// @param own whether the family itself reads it
/// @param writesOff whether the one who looks may ask for a write-off
public record MoneyView(List<Money.Month> months, String address, boolean own, boolean writesOff) {

    /// A part of a month's money.
    ///
    /// @param more a second line; null for none
    public record Part(
            Tone tone, String text, String sum, @Nullable String more) {}

    /// The month.
    public String month(Money.Month month, Text t) {
        return PayWords.month(month.month(), t);
    }

    /// The benefit.
    public String benefit(Money.Month month, Text t) {
        return PayWords.benefit(month.topic(), t);
    }

    /// The parts of a month's money, in the order of its way.
    public List<Part> parts(Money.Month month, Text t) {
        List<Part> parts = new ArrayList<>();
        String of = own ? "financing.own." : "financing.stage.";
        if (month.accrued() > 0) {
            boolean broken = month.broken();
            parts.add(new Part(
                    broken ? Tone.BAD : Tone.PLAIN,
                    t.say(of + (broken ? "broken" : "accrued")),
                    t.money(month.accrued()),
                    broken
                            ? t.say(
                                    "financing.money." + month.orderState(),
                                    day(month.answeredOn(), t),
                                    PayWords.reason(month.reasonCode(), t))
                            : since(month.accruedOn(), t)));
        }
        if (month.ordered() > 0) {
            parts.add(new Part(
                    Tone.INFO,
                    t.say(of + "ordered"),
                    t.money(month.ordered()),
                    own || month.payList() == null
                            ? null
                            : t.say("financing.money.list", Integer.toString(month.payList()))));
        }
        if (month.sent() > 0) {
            parts.add(new Part(Tone.INFO, t.say(of + "sent"), t.money(month.sent()), since(month.sentOn(), t)));
        }
        if (month.confirmed() > 0) {
            String account = month.iban();
            parts.add(new Part(
                    Tone.GOOD,
                    t.say(of + "confirmed"),
                    t.money(month.confirmed()),
                    month.answeredOn() == null || account == null || !"confirmed".equals(month.orderState())
                            ? null
                            : t.say("financing.money.paid", day(month.answeredOn(), t), PayWords.account(account))));
        }
        if (month.withheld() > 0) {
            parts.add(new Part(
                    Tone.WAIT,
                    t.say(of + "withheld"),
                    t.money(month.withheld()),
                    t.say("financing.withheld.unconfirmed")));
        }
        if (month.receivable() > 0) {
            parts.add(new Part(
                    Tone.WAIT,
                    t.say(of + "receivable"),
                    t.money(month.receivable()),
                    month.writeOffAsked() ? t.say("financing.write_off.waits") : null));
        }
        if (month.writtenOff() > 0) {
            parts.add(new Part(Tone.PLAIN, t.say(of + "written_off"), t.money(month.writtenOff()), null));
        }
        return parts;
    }

    /// The form that asks for a write-off of a month; null if there is nothing to write off.
    public @Nullable String writeOff(Money.Month month) {
        return writesOff && month.receivable() > 0 && !month.writeOffAsked()
                ? address + "/write-offs/" + month.awardId() + "/" + month.month()
                : null;
    }

    /// What somebody should do now.
    public List<Todo> now(Text t) {
        return months.stream()
                .filter(Money.Month::broken)
                .findFirst()
                .map(month -> new Todo(
                        Icon.WALLET,
                        t.say("financing.todo.broken", month(month, t)),
                        PayWords.reason(month.reasonCode(), t),
                        t.say("financing.todo.look"),
                        "#money"))
                .stream()
                .toList();
    }

    private static @Nullable String since(@Nullable LocalDate day, Text t) {
        return day == null ? null : t.say("financing.money.since", t.date(day));
    }

    private static String day(@Nullable LocalDate day, Text t) {
        return day == null ? "–" : t.date(day);
    }
}
