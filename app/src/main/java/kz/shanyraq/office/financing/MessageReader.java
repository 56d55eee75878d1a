package kz.shanyraq.office.financing;

import com.prowidesoftware.swift.model.mx.dic.BankToCustomerDebitCreditNotificationV08;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerStatementV08;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.ValidationEvent;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/// Reads messages of ISO 20022 into the typed model of the Prowide library. The rows of a message, of which there may
/// be hundreds of thousands, are handed over one by one and not kept: the model sees the message without them.
final class MessageReader {

    /// A kind of message: its name, its one element, and the rows inside it that are handed over.
    record Kind<M, R>(String name, String element, Class<M> message, String row, Class<R> rowType, Holder holder) {

        private Kind(String name, String element, Class<M> message, String row, Class<R> rowType) {
            this(name, element, message, row, rowType, new Holder(message, rowType));
        }

        String namespace() {
            return MessageWriter.NAMESPACE + name;
        }
    }

    /// A payment file.
    static final Kind<CustomerCreditTransferInitiationV09, CreditTransferTransaction34> ORDER = new Kind<>(
            "pain.001.001.09",
            "CstmrCdtTrfInitn",
            CustomerCreditTransferInitiationV09.class,
            "CdtTrfTxInf",
            CreditTransferTransaction34.class);

    /// A bank's answer to one.
    static final Kind<CustomerPaymentStatusReportV10, PaymentTransaction105> STATUS = new Kind<>(
            "pain.002.001.10",
            "CstmrPmtStsRpt",
            CustomerPaymentStatusReportV10.class,
            "TxInfAndSts",
            PaymentTransaction105.class);

    /// The statement of a day.
    static final Kind<BankToCustomerStatementV08, ReportEntry10> STATEMENT = new Kind<>(
            "camt.053.001.08", "BkToCstmrStmt", BankToCustomerStatementV08.class, "Ntry", ReportEntry10.class);

    /// A notice of single bookings.
    static final Kind<BankToCustomerDebitCreditNotificationV08, ReportEntry10> NOTICE = new Kind<>(
            "camt.054.001.08",
            "BkToCstmrDbtCdtNtfctn",
            BankToCustomerDebitCreditNotificationV08.class,
            "Ntry",
            ReportEntry10.class);

    private static final XMLInputFactory FACTORY = factory();
    private static final int MOST_FAULTS = 20;

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private final XMLStreamReader xml;
    private final String namespace;
    private final List<String> faults = new ArrayList<>();

    /// Opens a message, whatever its kind.
    ///
    /// @throws MessageRefused if it does not begin as one
    MessageReader(InputStream in) {
        try {
            xml = new Bare(FACTORY.createXMLStreamReader(in));
            xml.nextTag();
            String found = ((Bare) xml).written();
            namespace = found == null ? "" : found;
            if (!xml.getLocalName().equals("Document")) {
                throw new MessageRefused("""
                        The file begins with <%s>, and a message of ISO 20022 begins with <Document>.
                        Maybe it is another file, or it is wrapped for transport.""".formatted(xml.getLocalName()));
            }
            xml.nextTag();
        } catch (XMLStreamException broken) {
            throw unreadable(broken);
        }
    }

    /// Whether the message is of a kind.
    boolean is(Kind<?, ?> kind) {
        return namespace.equals(kind.namespace());
    }

    /// Reads the message to its end.
    ///
    /// @param each is given every row as it comes, with the number (from 0) of the group of rows it stands in
    /// @return the message without its rows
    <M, R> M read(Kind<M, R> kind, BiConsumer<R, Integer> each) {
        if (!is(kind) || !xml.getLocalName().equals(kind.element())) {
            throw new MessageRefused("""
                    The file is <%s> of '%s', and %s is read here.
                    Maybe the bank sends another version; ask it for this one.""".formatted(xml.getLocalName(), namespace, kind.name()));
        }
        try {
            Unmarshaller whole = unmarshaller(kind);
            Unmarshaller rows = unmarshaller(kind);
            var without = new WithoutRows(xml, kind.row(), group -> {
                try {
                    each.accept(rows.unmarshal(xml, kind.rowType()).getValue(), group);
                } catch (JAXBException broken) {
                    throw unreadable(broken);
                }
            });
            M message = whole.unmarshal(without, kind.message()).getValue();
            while (xml.getEventType() != XMLStreamConstants.END_DOCUMENT) {
                xml.next();
            }
            return message;
        } catch (JAXBException | XMLStreamException broken) {
            throw unreadable(broken);
        }
    }

    /// What did not fit into the typed model: elements that it does not have, values that are not of their type.
    List<String> faults() {
        return List.copyOf(faults);
    }

    private Unmarshaller unmarshaller(Kind<?, ?> kind) throws JAXBException {
        Unmarshaller made = kind.holder().context().createUnmarshaller();
        made.setEventHandler(this::noted);
        return made;
    }

    private boolean noted(ValidationEvent event) {
        if (faults.size() < MOST_FAULTS) {
            faults.add("line %d: %s".formatted(event.getLocator().getLineNumber(), event.getMessage()));
        }
        return true;
    }

    private static MessageRefused unreadable(Exception broken) {
        Throwable cause = broken;
        while (cause.getCause() != null && !(cause instanceof XMLStreamException)) {
            cause = cause.getCause();
        }
        String said = cause instanceof JAXBException jaxb && jaxb.getLinkedException() != null
                ? jaxb.getLinkedException().getMessage()
                : cause.getMessage();
        return new MessageRefused(
                "The file cannot be read as XML: %s\nMaybe it was cut off on its way.".formatted(said), broken);
    }

    /// The typed model of a kind, made when it is first needed: that takes a second.
    static final class Holder {
        private final Class<?> message;
        private final Class<?> row;
        private @Nullable JAXBContext context;

        Holder(Class<?> message, Class<?> row) {
            this.message = message;
            this.row = row;
        }

        synchronized JAXBContext context() throws JAXBException {
            if (context == null) {
                context = JAXBContext.newInstance(message, row);
            }
            return context;
        }
    }

    /// The typed model is shared by all messages and has no namespaces.
    private static final class Bare extends StreamReaderDelegate {
        Bare(XMLStreamReader xml) {
            super(xml);
        }

        @Nullable
        String written() {
            return super.getNamespaceURI();
        }

        @Override
        public String getNamespaceURI() {
            return "";
        }
    }

    /// Takes the rows out before anybody sees them.
    private static final class WithoutRows extends StreamReaderDelegate {
        private final String row;
        private final Consumer<Integer> taken;
        private int group = -1;
        private boolean between = true;

        WithoutRows(XMLStreamReader xml, String row, Consumer<Integer> taken) {
            super(xml);
            this.row = row;
            this.taken = taken;
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            while (event == XMLStreamConstants.START_ELEMENT && getLocalName().equals(row)) {
                if (between) {
                    group++;
                    between = false;
                }
                taken.accept(group);
                event = getEventType();
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                between = true;
            }
            return event;
        }
    }
}
