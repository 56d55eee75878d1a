package kz.shanyraq.office.financing.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import kz.shanyraq.office.benefits.Accounts;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import org.jspecify.annotations.Nullable;

/// Words that the pages of payments share.
final class PayWords {

    /// A benefit by its number.
    static String benefit(int topic, Text t) {
        return TopicWords.name(Topic.of(topic), t);
    }

    /// A month by its first day.
    static String month(LocalDate first, Text t) {
        return t.month(YearMonth.from(first));
    }

    /// Why the bank refused a payment or money came back, by its code.
    static String reason(@Nullable String code, Text t) {
        if (code == null || code.isEmpty()) {
            return t.say("financing.bank.unnamed");
        }
        String key = "financing.bank." + code.toLowerCase(java.util.Locale.ROOT);
        return t.has(key) ? t.say(key) : t.say("financing.bank.other", code);
    }

    /// An account as far as it need be seen.
    static String account(String iban) {
        return Accounts.masked(iban);
    }

    /// The colour of a list's state.
    static Tone tone(String state) {
        return switch (state) {
            case "answered" -> Tone.GOOD;
            case "locked", "approved", "authorised" -> Tone.WAIT;
            case "gathering", "locking", "releasing", "dropping", "released" -> Tone.INFO;
            default -> Tone.PLAIN;
        };
    }

    /// The colour of an order's state.
    static Tone orderTone(String state) {
        return switch (state) {
            case "confirmed" -> Tone.GOOD;
            case "rejected", "returned" -> Tone.BAD;
            case "ordered", "sent" -> Tone.INFO;
            default -> Tone.PLAIN;
        };
    }

    /// A moment, or a dash.
    static String moment(@Nullable OffsetDateTime at, Text t) {
        return at == null ? "–" : t.moment(at.toInstant());
    }

    private PayWords() {}
}
