package kz.shanyraq.office.financing.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.financing.PayLists.PayList;
import kz.shanyraq.office.financing.Reconciliations.Reconciliation;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.Place;
import org.jspecify.annotations.Nullable;

/// The pay lists of an officer's territory, and the form that asks for a new one.
///
/// @param areas territories that may be chosen for a new list; empty for who may not prepare one
/// @param month what was typed
/// @param wrong the fields with a mistake
public record PaymentsPage(
        List<PayList> lists,
        Map<Integer, Place> places,
        List<Integer> areas,
        String area,
        String month,
        List<String> wrong,
        @Nullable Reconciliation last,
        int writeOffs) {

    /// The territory of a list.
    public String place(int kato, Text t) {
        return PaymentsPage.place(kato, places, t);
    }

    static String place(int kato, Map<Integer, Place> places, Text t) {
        Place place = places.get(kato);
        return kato == 0
                ? t.say("financing.republic")
                : place == null ? Integer.toString(kato) : place.in(t.language().code());
    }

    /// What can be chosen.
    public List<Option> options(Text t) {
        return areas.stream()
                .map(kato -> new Option(Integer.toString(kato), place(kato, t)))
                .toList();
    }

    /// The months that can be chosen: the next one, and a year back.
    public List<Option> months(Text t) {
        YearMonth now = YearMonth.from(t.today());
        return java.util.stream.IntStream.rangeClosed(0, 12)
                .mapToObj(now::minusMonths)
                .map(each -> new Option(each.toString(), t.month(each)))
                .toList();
    }

    /// A month in words.
    public String month(PayList list, Text t) {
        return PayWords.month(list.month(), t);
    }

    /// The colour of a state.
    public Tone tone(PayList list) {
        return PayWords.tone(list.state());
    }

    /// What is wrong with a field; null if nothing.
    public @Nullable String error(String field, Text t) {
        return wrong.contains(field) ? t.say("financing.wrong." + field) : null;
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        return wrong.stream()
                .map(field -> new FieldError(field, t.say("financing.wrong." + field)))
                .toList();
    }
}
