package kz.shanyraq.office.financing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kz.shanyraq.nation.Iin;
import org.jspecify.annotations.Nullable;

/// Payment orders for tests, with numbers that can be nobody's.
final class Orders {

    static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    static final Payer PAYER = new Payer(
            "Ұлытау облысының жұмыспен қамту және әлеуметтік бағдарламалар басқармасы",
            number("00014000000"),
            Iban.of("999", "OFFICE0000001").number(),
            "TESTKZ2A",
            "12");

    static PaymentOrder of(String messageId, CreditTransfer... transfers) {
        return new PaymentOrder(messageId, Instant.parse("2026-11-02T04:30:00Z"), DAY, PAYER, List.of(transfers));
    }

    /// An order of so many payments; all differ.
    static PaymentOrder ofMany(String messageId, int count) {
        List<CreditTransfer> transfers = IntStream.range(0, count)
                .mapToObj(i -> transfer("P-%07d".formatted(i), iban(i), 4_000 + i % 90_000))
                .toList();
        return new PaymentOrder(messageId, Instant.parse("2026-11-02T04:30:00Z"), DAY, PAYER, transfers);
    }

    static CreditTransfer transfer(String id, String iban, long tenge) {
        return new CreditTransfer(
                id,
                "Әбілқасымова Үмітгүл Іңкәрқызы",
                number("85010120000"),
                iban,
                null,
                tenge,
                "047",
                "19",
                "Атаулы әлеуметтік көмек, 2026 жылғы қараша",
                null);
    }

    static CreditTransfer withRecipient(CreditTransfer of, String bic, @Nullable ActualRecipient recipient) {
        return new CreditTransfer(
                of.endToEndId(),
                of.payeeName(),
                of.payeeIin(),
                of.iban(),
                bic,
                of.tenge(),
                of.purposeCode(),
                of.residencyAndSector(),
                of.remittance(),
                recipient);
    }

    /// The account of a number.
    static String iban(int account) {
        return Iban.of("999", "TEST%09d".formatted(account)).number();
    }

    /// A number of twelve digits from the first eleven, or from the next that has a check digit.
    static String number(String eleven) {
        String digits = eleven;
        while (Iin.checkDigit(digits) == Iin.NONE) {
            digits = "%011d".formatted(Long.parseLong(digits) + 1);
        }
        return digits + Iin.checkDigit(digits);
    }

    static List<String> failed(List<Check> checks) {
        var failed = new ArrayList<String>();
        for (Check check : checks) {
            if (check.ran() && !check.passed()) {
                failed.add(check.what() + ": " + check.said());
            }
        }
        return failed;
    }

    private Orders() {}
}
