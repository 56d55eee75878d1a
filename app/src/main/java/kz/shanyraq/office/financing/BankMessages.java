package kz.shanyraq.office.financing;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.financing.BankOrder.Booking;
import kz.shanyraq.office.financing.BankOrder.Payment;

/// How the simulated bank words what it has to say. Nothing of it depends on the clock: said twice it is the same.
final class BankMessages {

    /// What the reasons mean, from the standard's list of codes.
    private static final Map<String, String> REASONS = Map.of(
            "AC01", "Incorrect account number",
            "AC04", "Closed account number",
            "AC06", "Blocked account",
            "BE01", "Inconsistent with end customer",
            "BE04", "Missing creditor address",
            "BE05", "Unrecognised initiating party",
            "MD07", "End customer deceased",
            "AG01", "Transaction forbidden on this account");

    private static final LocalTime ANSWERS = LocalTime.of(12, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    /// The first answer to an order.
    static void answer(BankOrder order, OutputStream to) {
        List<Payment> answered = order.answered();
        List<String> words =
                answered.stream().map(BankMessages::word).distinct().toList();
        String group = words.isEmpty() ? "PDNG" : words.size() == 1 ? words.getFirst() : "PART";
        status(order, order.day(), group, answered, to, false);
    }

    /// The second answer, of payments that had to wait.
    static void waited(BankOrder order, LocalDate day, List<Payment> paid, OutputStream to) {
        status(order, day, "", paid, to, true);
    }

    /// The answer to a file that is refused as a whole.
    static void refusal(String messageId, LocalDate day, String code, String said, OutputStream to) {
        try (var xml = new MessageWriter(to, MessageReader.STATUS.name())) {
            xml.open("CstmrPmtStsRpt").open("GrpHdr");
            xml.text("MsgId", id(messageId + code + said))
                    .time("CreDtTm", at(day, ANSWERS))
                    .shut();
            xml.open("OrgnlGrpInfAndSts").text("OrgnlMsgId", messageId).text("OrgnlMsgNmId", OrderFile.MESSAGE);
            xml.text("GrpSts", "RJCT");
            xml.open("StsRsnInf").open("Rsn").text("Cd", code).shut();
            xml.text("AddtlInf", said.substring(0, Math.min(said.length(), 105)))
                    .shut();
            xml.shut().shut();
        }
    }

    private static void status(
            BankOrder order, LocalDate day, String group, List<Payment> payments, OutputStream to, boolean paid) {
        try (var xml = new MessageWriter(to, MessageReader.STATUS.name())) {
            xml.open("CstmrPmtStsRpt").open("GrpHdr");
            xml.text("MsgId", id(order.messageId() + "status" + day))
                    .time("CreDtTm", at(day, ANSWERS))
                    .shut();
            xml.open("OrgnlGrpInfAndSts").text("OrgnlMsgId", order.messageId());
            xml.text("OrgnlMsgNmId", OrderFile.MESSAGE);
            if (!group.isEmpty()) {
                xml.text("GrpSts", group);
            }
            xml.shut().open("OrgnlPmtInfAndSts").text("OrgnlPmtInfId", order.messageId());
            for (Payment payment : payments) {
                xml.open("TxInfAndSts").text("OrgnlEndToEndId", payment.endToEndId());
                xml.text("TxSts", paid ? "ACSC" : word(payment));
                if (payment.course() == BankRules.Course.REJECTED) {
                    xml.open("StsRsnInf")
                            .open("Rsn")
                            .text("Cd", payment.reason())
                            .shut();
                    String meaning = REASONS.get(payment.reason());
                    if (meaning != null) {
                        xml.text("AddtlInf", meaning);
                    }
                    xml.shut();
                }
                xml.shut();
            }
            xml.shut().shut();
        }
    }

    private static String word(Payment payment) {
        return switch (payment.course()) {
            case PAID, RETURNED -> "ACCP";
            case DELAYED -> "PDNG";
            case REJECTED -> "RJCT";
            case LOST -> throw new IllegalArgumentException("Of a lost payment nothing is said.");
        };
    }

    /// A notice of what was booked of one order on a day.
    static void notice(BankOrder order, LocalDate day, List<Booking> bookings, OutputStream to) {
        try (var xml = new MessageWriter(to, MessageReader.NOTICE.name())) {
            String id = id(order.messageId() + "notice" + day);
            xml.open("BkToCstmrDbtCdtNtfctn");
            xml.open("GrpHdr")
                    .text("MsgId", id)
                    .time("CreDtTm", at(day, ANSWERS))
                    .shut();
            xml.open("Ntfctn");
            head(xml, id, day, ANSWERS, order.account());
            bookings.forEach(booking -> entry(xml, order, booking, day));
            xml.shut().shut();
        }
    }

    /// The statement of an account for a day.
    ///
    /// @param before what stood on it in the morning
    /// @param moved by how much it changed
    static void statement(
            String account, LocalDate day, long before, long moved, Iterator<BankOrder> orders, OutputStream to) {
        try (var xml = new MessageWriter(to, MessageReader.STATEMENT.name())) {
            String id = id(account + "statement" + day);
            xml.open("BkToCstmrStmt");
            xml.open("GrpHdr")
                    .text("MsgId", id)
                    .time("CreDtTm", at(day, CLOSES))
                    .shut();
            xml.open("Stmt");
            head(xml, id, day, CLOSES, account);
            balance(xml, "OPBD", before, day);
            balance(xml, "CLBD", Math.addExact(before, moved), day);
            orders.forEachRemaining(order -> order.booked(day).forEach(booking -> entry(xml, order, booking, day)));
            xml.shut().shut();
        }
    }

    private static void head(MessageWriter xml, String id, LocalDate day, LocalTime made, String account) {
        xml.text("Id", id).time("CreDtTm", at(day, made));
        xml.open("FrToDt")
                .time("FrDtTm", at(day, LocalTime.MIN))
                .time("ToDtTm", at(day, CLOSES))
                .shut();
        xml.open("Acct").open("Id").text("IBAN", account).shut().shut();
    }

    private static void balance(MessageWriter xml, String kind, long tenge, LocalDate day) {
        xml.open("Bal").open("Tp").open("CdOrPrtry").text("Cd", kind).shut().shut();
        xml.tenge("Amt", Math.abs(tenge)).text("CdtDbtInd", tenge < 0 ? "DBIT" : "CRDT");
        xml.open("Dt").text("Dt", day.toString()).shut().shut();
    }

    private static void entry(MessageWriter xml, BankOrder order, Booking booking, LocalDate day) {
        Payment payment = booking.payment();
        xml.open("Ntry").tenge("Amt", payment.tenge()).text("CdtDbtInd", booking.back() ? "CRDT" : "DBIT");
        if (booking.back()) {
            xml.text("RvslInd", "true");
        }
        xml.open("Sts").text("Cd", "BOOK").shut();
        xml.open("BookgDt").text("Dt", day.toString()).shut();
        String reference = (booking.back() ? "C" : "D") + hex(order.messageId() + "\n" + payment.endToEndId());
        xml.text("AcctSvcrRef", reference);
        xml.open("BkTxCd").open("Domn").text("Cd", "PMNT").open("Fmly").text("Cd", "ICDT");
        xml.text("SubFmlyCd", booking.back() ? "RRTN" : "DMCT").shut().shut().shut();
        xml.open("NtryDtls").open("TxDtls");
        xml.open("Refs").text("EndToEndId", payment.endToEndId()).shut();
        if (booking.back()) {
            xml.open("RtrInf").open("Rsn").text("Cd", payment.reason()).shut().shut();
        }
        xml.shut().shut().shut();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(MessageWriter.ZONE).toInstant();
    }

    private static String id(String of) {
        return "BANK-" + hex(of);
    }

    /// Sixteen digits that stand for a text.
    private static String hex(String of) {
        return HexFormat.of().formatHex(Digests.sha256(of), 0, 8);
    }

    private BankMessages() {}
}
