package kz.shanyraq.office.financing;

import com.prowidesoftware.swift.model.mx.dic.AccountNotification17;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.CashAccount39;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.DateTimePeriod1;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.PaymentReturnReason5;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.office.financing.Statement.Entry;
import org.jspecify.annotations.Nullable;

/// Reads what a bank booked, from a statement or a notice. A booking of many payments becomes one entry for each.
final class StatementFile {

    private final List<Entry> entries = new ArrayList<>();

    static Statement read(MessageReader reader) {
        var file = new StatementFile();
        if (reader.is(MessageReader.NOTICE)) {
            List<AccountNotification17> notices = reader.read(MessageReader.NOTICE, (row, group) -> file.entry(row))
                    .getNtfctn();
            only(notices);
            AccountNotification17 notice = notices.getFirst();
            return file.statement(notice.getId(), notice.getAcct(), notice.getFrToDt(), notice.getCreDtTm());
        }
        List<AccountStatement9> statements = reader.read(MessageReader.STATEMENT, (row, group) -> file.entry(row))
                .getStmt();
        only(statements);
        AccountStatement9 statement = statements.getFirst();
        return file.statement(statement.getId(), statement.getAcct(), statement.getFrToDt(), statement.getCreDtTm());
    }

    private static void only(List<?> found) {
        if (found.size() != 1) {
            throw new MessageRefused("""
                    The file holds %d statements, and one is read at a time.
                    Maybe the bank can send a file for each account and day.""".formatted(found.size()));
        }
    }

    private Statement statement(
            @Nullable String id,
            @Nullable CashAccount39 account,
            @Nullable DateTimePeriod1 period,
            @Nullable OffsetDateTime made) {
        String number = account == null || account.getId() == null
                ? null
                : account.getId().getIBAN();
        OffsetDateTime at = period != null && period.getFrDtTm() != null ? period.getFrDtTm() : made;
        if (at == null) {
            throw new MessageRefused("The statement says neither of which day it is (FrToDt) nor when it was made.");
        }
        LocalDate day = at.atZoneSameInstant(MessageWriter.ZONE).toLocalDate();
        return new Statement(
                PaymentFiles.said("Id of the statement", id), PaymentFiles.said("Acct/Id/IBAN", number), day, entries);
    }

    /// Adds what is booked; what a bank only foresees (`PDNG`, `INFO`) is no booking yet.
    private void entry(ReportEntry10 row) {
        if (row.getSts() != null
                && row.getSts().getCd() != null
                && !row.getSts().getCd().equals("BOOK")) {
            return;
        }
        List<EntryTransaction10> parts = row.getNtryDtls().stream()
                .flatMap(details -> details.getTxDtls().stream())
                .toList();
        String reference = row.getAcctSvcrRef();
        if (row.getCdtDbtInd() == null) {
            throw new MessageRefused(
                    "The booking %s does not say whether the money came or went (CdtDbtInd).".formatted(reference));
        }
        boolean credit = row.getCdtDbtInd() == CreditDebitCode.CRDT;
        boolean reversal = Boolean.TRUE.equals(row.isRvslInd());
        LocalDate booked = day(reference, row.getBookgDt());
        if (parts.size() <= 1) {
            EntryTransaction10 part = parts.isEmpty() ? null : parts.getFirst();
            entries.add(new Entry(
                    PaymentFiles.said("AcctSvcrRef of a booking", reference(reference, part)),
                    endToEnd(part),
                    tenge(reference, row.getAmt()),
                    credit,
                    booked,
                    reversal,
                    reason(part)));
            return;
        }
        long sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            EntryTransaction10 part = parts.get(i);
            long tenge = tenge(reference, part.getAmt());
            sum = Math.addExact(sum, tenge);
            String own = part.getRefs() == null ? null : part.getRefs().getAcctSvcrRef();
            entries.add(new Entry(
                    own != null ? own : PaymentFiles.said("AcctSvcrRef of a booking", reference) + "/" + (i + 1),
                    endToEnd(part),
                    tenge,
                    credit,
                    booked,
                    reversal,
                    reason(part)));
        }
        if (sum != tenge(reference, row.getAmt())) {
            throw new MessageRefused("The booking %s is of %s tenge, and its %d payments are %d together."
                    .formatted(reference, row.getAmt().getValue().toPlainString(), parts.size(), sum));
        }
    }

    private static @Nullable String reference(@Nullable String entry, @Nullable EntryTransaction10 part) {
        return entry == null && part != null && part.getRefs() != null
                ? part.getRefs().getAcctSvcrRef()
                : entry;
    }

    private static @Nullable String endToEnd(@Nullable EntryTransaction10 part) {
        String id =
                part == null || part.getRefs() == null ? null : part.getRefs().getEndToEndId();
        return "NOTPROVIDED".equals(id) ? null : id; // the standard's word for none
    }

    private static @Nullable String reason(@Nullable EntryTransaction10 part) {
        PaymentReturnReason5 returned = part == null ? null : part.getRtrInf();
        if (returned == null || returned.getRsn() == null) {
            return null;
        }
        return returned.getRsn().getCd() == null
                ? returned.getRsn().getPrtry()
                : returned.getRsn().getCd();
    }

    private static LocalDate day(@Nullable String reference, @Nullable DateAndDateTime2Choice day) {
        if (day != null && day.getDt() != null) {
            return day.getDt();
        }
        if (day != null && day.getDtTm() != null) {
            return day.getDtTm().atZoneSameInstant(MessageWriter.ZONE).toLocalDate();
        }
        throw new MessageRefused("The booking %s does not say its day (BookgDt).".formatted(reference));
    }

    private static long tenge(@Nullable String reference, @Nullable ActiveOrHistoricCurrencyAndAmount amount) {
        if (amount == null || amount.getValue() == null) {
            throw new MessageRefused("The booking %s does not say its amount.".formatted(reference));
        }
        if (!"KZT".equals(amount.getCcy())) {
            throw new MessageRefused(
                    "The booking %s is in '%s', and only tenge (KZT) are read.".formatted(reference, amount.getCcy()));
        }
        BigDecimal value = amount.getValue();
        try {
            return value.longValueExact();
        } catch (ArithmeticException notWhole) {
            throw new MessageRefused("""
                    The booking %s is of %s tenge, and only whole tenge are paid and read.
                    Maybe it is a fee of the bank, which this account should not bear.""".formatted(reference, value.toPlainString()), notWhole);
        }
    }
}
