package credence.imports;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks through the elements of an XML file, attributes in hand; what an attacker would put in is refused.
///
/// Document types and entities of one's own are refused (they can read other files, or grow without end); nesting, attributes
/// and their lengths are limited. Nothing is ever fetched.
public final class XmlElements {

    private static final int DEEPEST = 32;
    private static final int MOST_ATTRIBUTES = 500;
    private static final int LONGEST = 1 << 16;
    private static final int CANCEL_EVERY = 4096;

    private XmlElements() {}

    /// One element as it begins.
    ///
    /// @param name without prefix
    /// @param parent name of the element around it, empty for the outermost
    /// @param line first line is 1
    public record Element(
            String name, String parent, int line, List<String> names, List<String> values) {

        /// The attribute's value, empty when there is none.
        public String value(String attribute) {
            int i = names.indexOf(attribute);
            return i < 0 ? "" : values.get(i);
        }
    }

    /// Is told of every element.
    @FunctionalInterface
    public interface Visitor {
        void visit(Element element) throws UnreadableFile;
    }

    /// @throws UnreadableFile when the file is no well-formed XML, or holds what is refused
    public static void walk(Document document, Visitor visitor) throws UnreadableFile {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("nothing is fetched");
                });
        // The byte order mark is gone already; blanks before the declaration are no reason to
        // refuse.
        try {
            XMLStreamReader reader =
                    factory.createXMLStreamReader(new StringReader(document.text().strip()));
            try {
                walk(reader, document, visitor);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(e.getLocation().getLineNumber(), 1);
            throw new UnreadableFile(
                    line,
                    "",
                    "",
                    "The file is no well-formed XML from line " + line + " on.",
                    "The download was cut off or the file was edited: export it again.");
        }
    }

    private static void walk(XMLStreamReader reader, Document document, Visitor visitor)
            throws XMLStreamException, UnreadableFile {
        List<String> open = new ArrayList<>();
        int seen = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String parent = open.isEmpty() ? "" : open.getLast();
                    open.add(reader.getLocalName());
                    if (open.size() > DEEPEST) {
                        throw refused(reader, "elements nested deeper than " + DEEPEST);
                    }
                    visitor.visit(element(reader, parent));
                    if (++seen % CANCEL_EVERY == 0) {
                        document.progress().checkCancelled();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.DTD ->
                        throw refused(reader, "a document type (<!DOCTYPE …>)");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw refused(reader, "an entity of its own (&…;)");
                default -> {
                    // text, comments and instructions say nothing here
                }
            }
        }
    }

    private static Element element(XMLStreamReader reader, String parent) throws UnreadableFile {
        int count = reader.getAttributeCount();
        if (count > MOST_ATTRIBUTES) {
            throw refused(reader, "an element of more than " + MOST_ATTRIBUTES + " attributes");
        }
        List<String> names = new ArrayList<>(count);
        List<String> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String value = reader.getAttributeValue(i);
            if (value.length() > LONGEST) {
                throw refused(reader, "an attribute longer than " + LONGEST + " characters");
            }
            names.add(reader.getAttributeLocalName(i));
            values.add(value);
        }
        return new Element(
                reader.getLocalName(), parent, reader.getLocation().getLineNumber(), names, values);
    }

    private static UnreadableFile refused(XMLStreamReader reader, String what) {
        int line = Math.max(reader.getLocation().getLineNumber(), 1);
        return new UnreadableFile(
                line,
                "",
                "",
                "The file holds " + what + ", which no broker's report has.",
                "Export the file again from the broker; do not use one from an unknown source.");
    }
}
