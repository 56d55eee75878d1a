package kz.shanyraq.office.financing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The payments that a bank is asked for in one file, from one account on one day.
///
/// @param messageId our number of the file; sent twice with the same number, it is paid once
/// @param executionDate the day on which the bank shall pay
public record PaymentOrder(
        String messageId, Instant createdAt, LocalDate executionDate, Payer payer, List<CreditTransfer> transfers) {

    private static final int NUMBER_OF_PART = 5;
    private static final int LONGEST_ID = 35;

    public PaymentOrder {
        transfers = List.copyOf(transfers);
    }

    /// The same payments in files of at most so many, numbered behind the order's own number. The same order is always
    /// split the same way, so that parts may be sent again.
    public List<PaymentOrder> split(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("An order cannot be split into files of %d payments.".formatted(most));
        }
        if (transfers.size() <= most) {
            return List.of(this);
        }
        if (messageId.length() > LONGEST_ID - NUMBER_OF_PART) {
            throw new IllegalArgumentException("""
                    The number '%s' of the order leaves no room for the number of a part.
                    Maybe give it at most %d characters.""".formatted(messageId, LONGEST_ID - NUMBER_OF_PART));
        }
        var parts = new ArrayList<PaymentOrder>();
        for (int from = 0; from < transfers.size(); from += most) {
            int to = Math.min(from + most, transfers.size());
            String id = "%s-%04d".formatted(messageId, parts.size() + 1);
            parts.add(new PaymentOrder(id, createdAt, executionDate, payer, transfers.subList(from, to)));
        }
        return List.copyOf(parts);
    }
}
