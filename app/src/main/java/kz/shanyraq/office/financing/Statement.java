package kz.shanyraq.office.financing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was booked on an account: the statement of a day (camt.053) or a notice of single bookings (camt.054).
///
/// @param id the bank's number of it
public record Statement(String id, String account, LocalDate day, List<Entry> entries) {

    public Statement {
        entries = List.copyOf(entries);
    }

    /// One booking.
    ///
    /// @param bankReference the bank's own number of the booking; the same in notice and statement
    /// @param endToEndId our number of the payment, where the bank gives it
    /// @param credit whether the money came in; else it went out
    /// @param reversal whether it takes back an earlier booking
    /// @param returnReason why money came back, as `AC04`
    public record Entry(
            String bankReference,
            @Nullable String endToEndId,
            long tenge,
            boolean credit,
            LocalDate booked,
            boolean reversal,
            @Nullable String returnReason) {}
}
