package kz.shanyraq.office.financing;

import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/// The files by which a bank is asked to pay and by which it answers, as ISO 20022 has them: payment orders
/// (pain.001.001.09) are written and checked, answers (pain.002.001.10), statements (camt.053.001.08) and notices
/// (camt.054.001.08) are read.
public final class PaymentFiles {

    /// So many payments in a file are written, checked and read with little memory; larger orders are better split.
    public static final int COMFORTABLE = 50_000;

    private static final int ROOM_FOR_A_PAYMENT = 900;

    /// The file of a payment order. Whoever sends it checks it first.
    ///
    /// @throws MessageRefused if a text holds what no message can carry
    public static byte[] write(PaymentOrder order) {
        var bytes = new ByteArrayOutputStream((order.transfers().size() + 2) * ROOM_FOR_A_PAYMENT);
        OrderFile.write(order, bytes);
        return bytes.toByteArray();
    }

    /// Writes the file of a payment order; none of it is kept, and the stream stays open.
    public static void write(PaymentOrder order, OutputStream to) {
        OrderFile.write(order, to);
    }

    /// Looks at a payment file before it is sent. Every check is in the answer, those that did not run as well.
    ///
    /// @param schema the schema of pain.001.001.09 where the office has been given one
    public static List<Check> check(byte[] xml, @Nullable Path schema) {
        return check(() -> new ByteArrayInputStream(xml), schema);
    }

    /// As the other, of a file on disk.
    public static List<Check> check(Path file, @Nullable Path schema) {
        return check(() -> new BufferedInputStream(Files.newInputStream(file)), schema);
    }

    /// A bank's answer to a payment file.
    ///
    /// @throws MessageRefused if it cannot be read as one
    public static StatusReport readStatus(byte[] xml) {
        return readStatus(new ByteArrayInputStream(xml));
    }

    /// As the other, from a stream.
    public static StatusReport readStatus(InputStream in) {
        var reader = new MessageReader(in);
        var transfers = new ArrayList<TransferStatus>();
        CustomerPaymentStatusReportV10 report =
                reader.read(MessageReader.STATUS, (row, group) -> transfers.add(status(row)));
        fits(reader);
        if (report.getGrpHdr() == null || report.getOrgnlGrpInfAndSts() == null) {
            throw new MessageRefused("The answer lacks its head (GrpHdr) or what it answers (OrgnlGrpInfAndSts).");
        }
        String group = report.getOrgnlGrpInfAndSts().getGrpSts();
        return new StatusReport(
                said("GrpHdr/MsgId", report.getGrpHdr().getMsgId()),
                said("OrgnlMsgId", report.getOrgnlGrpInfAndSts().getOrgnlMsgId()),
                group == null ? "" : group,
                transfers);
    }

    /// What a bank booked: the statement of a day or a notice.
    ///
    /// @throws MessageRefused if it cannot be read as one, or holds what is not whole tenge
    public static Statement readStatement(byte[] xml) {
        return readStatement(new ByteArrayInputStream(xml));
    }

    /// As the other, from a stream.
    public static Statement readStatement(InputStream in) {
        var reader = new MessageReader(in);
        Statement statement = StatementFile.read(reader);
        fits(reader);
        return statement;
    }

    static void fits(MessageReader reader) {
        if (!reader.faults().isEmpty()) {
            throw new MessageRefused(
                    """
                    The file does not fit its standard; the first of %d places: %s
                    Maybe the bank sends another version.""".formatted(reader.faults().size(), reader.faults().getFirst()));
        }
    }

    static String said(String element, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new MessageRefused("The file says nothing in %s.".formatted(element));
        }
        return value;
    }

    private static TransferStatus status(PaymentTransaction105 row) {
        String id = said("OrgnlEndToEndId", row.getOrgnlEndToEndId());
        String code = null;
        String text = null;
        for (StatusReasonInformation12 reason : row.getStsRsnInf()) {
            if (code == null && reason.getRsn() != null) {
                code = reason.getRsn().getCd() == null
                        ? reason.getRsn().getPrtry()
                        : reason.getRsn().getCd();
            }
            if (text == null && !reason.getAddtlInf().isEmpty()) {
                text = String.join(" ", reason.getAddtlInf());
            }
        }
        return new TransferStatus(id, said("TxSts of the payment " + id, row.getTxSts()), code, text);
    }

    /// A file that can be opened again, since the schema reads it once more.
    private interface Opened {
        InputStream open() throws IOException;
    }

    private static List<Check> check(Opened file, @Nullable Path schema) {
        try {
            List<Check> checks;
            try (InputStream in = file.open()) {
                checks = new ArrayList<>(PaymentChecks.over(in));
            }
            checks.add(bySchema(file, schema));
            return List.copyOf(checks);
        } catch (IOException broken) {
            return List.of(new Check("typed_model", false, false, "The file cannot be opened: " + broken.getMessage()));
        }
    }

    private static Check bySchema(Opened file, @Nullable Path schema) throws IOException {
        if (schema == null) {
            return new Check("schema", false, false, "No schema file is configured.");
        }
        if (!Files.isReadable(schema)) {
            return new Check("schema", false, false, """
                    The schema file %s is configured and cannot be read. Maybe it was moved.""".formatted(schema));
        }
        Validator validator;
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator = factory.newSchema(schema.toFile()).newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        } catch (SAXException broken) {
            return new Check(
                    "schema",
                    false,
                    false,
                    "The schema file %s is no schema: %s".formatted(schema, broken.getMessage()));
        }
        try (InputStream in = file.open()) {
            validator.validate(new StreamSource(in));
            return new Check("schema", true, true, "The file is valid by %s.".formatted(schema.getFileName()));
        } catch (SAXException broken) {
            return new Check(
                    "schema",
                    true,
                    false,
                    "The file is not valid by %s: %s".formatted(schema.getFileName(), broken.getMessage()));
        }
    }

    private PaymentFiles() {}
}
