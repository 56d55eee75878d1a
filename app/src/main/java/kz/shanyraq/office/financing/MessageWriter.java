package kz.shanyraq.office.financing;

import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a message of ISO 20022 element by element; none of it is kept.
final class MessageWriter implements AutoCloseable {

    /// The time of banks in Kazakhstan.
    static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    /// @param message its name, as `pain.001.001.09`
    MessageWriter(OutputStream to, String message) {
        try {
            xml = FACTORY.createXMLStreamWriter(to, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(NAMESPACE + message);
        } catch (XMLStreamException broken) {
            throw failed(broken);
        }
    }

    MessageWriter open(String element) {
        try {
            xml.writeStartElement(element);
            return this;
        } catch (XMLStreamException broken) {
            throw failed(broken);
        }
    }

    MessageWriter shut() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException broken) {
            throw failed(broken);
        }
    }

    MessageWriter text(String element, String value) {
        try {
            xml.writeStartElement(element);
            xml.writeCharacters(writable(element, value));
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException broken) {
            throw failed(broken);
        }
    }

    MessageWriter time(String element, Instant at) {
        return text(
                element,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE)));
    }

    MessageWriter tenge(String element, long tenge) {
        try {
            xml.writeStartElement(element);
            xml.writeAttribute("Ccy", "KZT");
            xml.writeCharacters(tenge + ".00");
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException broken) {
            throw failed(broken);
        }
    }

    /// Ends the message; the stream stays open.
    @Override
    public void close() {
        try {
            xml.writeEndDocument();
            xml.flush();
            xml.close();
        } catch (XMLStreamException broken) {
            throw failed(broken);
        }
    }

    /// XML has no way to write control characters, and the writer would not notice.
    private static String writable(String element, String value) {
        for (int at = 0; at < value.length(); at += Character.charCount(value.codePointAt(at))) {
            int c = value.codePointAt(at);
            boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
            if (control || c == 0xFFFE || c == 0xFFFF || Character.getType(c) == Character.SURROGATE) {
                throw new MessageRefused("""
                        The text '%s' of %s holds the character U+%04X, which no message can carry.
                        Maybe it was copied from a file in another encoding.""".formatted(value, element, c));
            }
        }
        return value;
    }

    private static IllegalStateException failed(XMLStreamException broken) {
        return new IllegalStateException("The message cannot be written: " + broken.getMessage(), broken);
    }
}
