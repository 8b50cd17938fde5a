package lathe.ingest.format.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads Word's XML as it goes by: no tree is built, so that memory does not grow with the markup. Names are given with
 * the usual prefixes, whatever the file calls them: {@code w:} for words, {@code m:} for formulas, {@code mc:} for
 * alternatives; all others are empty.
 */
final class Xml {
    private static final Map<String, String> PREFIXES = Map.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w:",
            "http://purl.oclc.org/ooxml/wordprocessingml/main", "w:",
            "http://schemas.openxmlformats.org/officeDocument/2006/math", "m:",
            "http://purl.oclc.org/ooxml/officeDocument/math", "m:",
            "http://schemas.openxmlformats.org/markup-compatibility/2006", "mc:");

    private Xml() {}

    /** What a file's XML is told to. */
    interface Reader {
        void start(String name, XMLStreamReader element);

        void end(String name);

        void text(String text);
    }

    /** Reads all of it; a document type, with which entities could be declared, is refused. */
    static void read(InputStream in, Reader reader) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader events = factory.createXMLStreamReader(in);
            while (events.hasNext()) {
                tell(events.next(), events, reader);
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void tell(int event, XMLStreamReader events, Reader reader) throws IOException {
        switch (event) {
            case XMLStreamConstants.DTD -> throw new IOException("a document type");
            case XMLStreamConstants.START_ELEMENT -> reader.start(name(events), events);
            case XMLStreamConstants.END_ELEMENT -> reader.end(name(events));
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> reader.text(events.getText());
            default -> {}
        }
    }

    private static String name(XMLStreamReader events) {
        String space = events.getNamespaceURI();
        String prefix = space == null ? null : PREFIXES.get(space);
        return prefix == null ? "" : prefix + events.getLocalName();
    }

    /** An attribute, whatever its name space; empty if it is absent. */
    static String attribute(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return element.getAttributeValue(i);
            }
        }
        return "";
    }
}
