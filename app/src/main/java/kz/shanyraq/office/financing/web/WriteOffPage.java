package kz.shanyraq.office.financing.web;

import java.time.LocalDate;
import java.util.List;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyId;
import org.jspecify.annotations.Nullable;

/// The form that asks for an overpayment to be written off.
///
/// @param owed what is to be given back, whole tenge
/// @param wrong the fields with a mistake
public record WriteOffPage(FamilyId family, long award, LocalDate month, long owed, String reason, List<String> wrong) {

    /// The address of the family.
    public String back() {
        return "/families/" + family.number();
    }

    /// The address of the form.
    public String address() {
        return back() + "/write-offs/" + award + "/" + month;
    }

    /// The month in words.
    public String month(Text t) {
        return PayWords.month(month, t);
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
