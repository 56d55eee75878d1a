package kz.shanyraq.office.financing;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// How a payment order stands in a file for the bank (pain.001.001.09). Where the numbers and codes of Kazakhstan
/// stand in it is said in docs/payments.md.
final class OrderFile {

    static final String MESSAGE = "pain.001.001.09";
    static final String IIN = "IIN";
    static final String BIN = "BIN";
    static final String PAYER_SECTOR = "KOD";
    static final String PAYEE_SECTOR = "KBE";

    static void write(PaymentOrder order, OutputStream to) {
        int count = order.transfers().size();
        long sum = 0;
        for (CreditTransfer transfer : order.transfers()) {
            sum = Math.addExact(sum, transfer.tenge());
        }
        try (var xml = new MessageWriter(to, MESSAGE)) {
            xml.open("CstmrCdtTrfInitn").open("GrpHdr");
            xml.text("MsgId", order.messageId()).time("CreDtTm", order.createdAt());
            sums(xml, count, sum);
            xml.open("InitgPty");
            organisation(xml, order.payer(), false);
            xml.shut().shut();

            xml.open("PmtInf").text("PmtInfId", order.messageId()).text("PmtMtd", "TRF");
            xml.text("BtchBookg", "false"); // each payment is a booking of its own, so that each can be found again
            sums(xml, count, sum);
            xml.open("PmtTpInf").text("InstrPrty", "NORM").shut();
            xml.open("ReqdExctnDt").text("Dt", order.executionDate().toString()).shut();
            xml.open("Dbtr");
            organisation(xml, order.payer(), true);
            xml.shut();
            account(xml, "DbtrAcct", order.payer().iban());
            bank(xml, "DbtrAgt", order.payer().bic());
            for (CreditTransfer transfer : order.transfers()) {
                transfer(xml, transfer);
            }
            xml.shut().shut();
        }
    }

    private static void sums(MessageWriter xml, int count, long sum) {
        xml.text("NbOfTxs", Integer.toString(count)).text("CtrlSum", sum + ".00");
    }

    private static void transfer(MessageWriter xml, CreditTransfer transfer) {
        xml.open("CdtTrfTxInf");
        xml.open("PmtId").text("EndToEndId", transfer.endToEndId()).shut();
        xml.open("Amt").tenge("InstdAmt", transfer.tenge()).shut();
        if (transfer.bic() != null) {
            bank(xml, "CdtrAgt", transfer.bic());
        }
        xml.open("Cdtr");
        person(xml, transfer.payeeName(), transfer.payeeIin(), transfer.residencyAndSector());
        xml.shut();
        account(xml, "CdtrAcct", transfer.iban());
        ActualRecipient actual = transfer.actualRecipient();
        if (actual != null) {
            xml.open("UltmtCdtr");
            person(xml, actual.name(), actual.iin(), null);
            xml.shut();
        }
        xml.open("Purp").text("Prtry", transfer.purposeCode()).shut();
        xml.open("RmtInf").text("Ustrd", transfer.remittance()).shut();
        xml.shut();
    }

    private static void organisation(MessageWriter xml, Payer payer, boolean sector) {
        xml.text("Nm", payer.name()).open("Id").open("OrgId");
        other(xml, payer.bin(), BIN);
        if (sector) {
            other(xml, payer.residencyAndSector(), PAYER_SECTOR);
        }
        xml.shut().shut();
    }

    private static void person(MessageWriter xml, String name, String iin, @Nullable String sector) {
        xml.text("Nm", name).open("Id").open("PrvtId");
        other(xml, iin, IIN);
        if (sector != null) {
            other(xml, sector, PAYEE_SECTOR);
        }
        xml.shut().shut();
    }

    private static void other(MessageWriter xml, String id, String scheme) {
        xml.open("Othr")
                .text("Id", id)
                .open("SchmeNm")
                .text("Prtry", scheme)
                .shut()
                .shut();
    }

    private static void account(MessageWriter xml, String element, String iban) {
        xml.open(element).open("Id").text("IBAN", iban).shut().shut();
    }

    private static void bank(MessageWriter xml, String element, String bic) {
        xml.open(element).open("FinInstnId").text("BICFI", bic).shut().shut();
    }

    private OrderFile() {}
}
