package org.yinxin.sealing.ofd;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML of parts: no document type at all, so no entities and nothing fetched, within depth and size limits. */
public final class OfdXml {

    private static final ThreadLocal<XMLReader> READER = ThreadLocal.withInitial(OfdXml::reader);

    private OfdXml() {}

    /**
     * @param part the name that a refusal gives
     * @throws OfdRefusedException when it is not XML, has a document type or goes beyond the limits
     */
    public static XmlElement read(byte[] xml, String part, OfdLimits limits) {
        if (xml.length > limits.xmlBytes()) {
            throw new OfdRefusedException(OfdRefusal.XML_TOO_LARGE, part);
        }
        XMLReader reader = READER.get();
        Tree tree = new Tree(part, limits);
        reader.setContentHandler(tree);
        reader.setErrorHandler(tree);
        try {
            reader.parse(new InputSource(new ByteArrayInputStream(xml)));
        } catch (SAXException | IOException e) {
            READER.remove();
            throw new OfdRefusedException(refusal(e), part, e);
        } catch (OfdRefusedException e) {
            READER.remove();
            throw e;
        }
        XmlElement root = tree.root;
        if (root == null) {
            throw new OfdRefusedException(OfdRefusal.XML_BROKEN, part);
        }
        return root;
    }

    private static OfdRefusal refusal(Exception e) {
        boolean doctype = String.valueOf(e.getMessage()).contains("DOCTYPE");
        return doctype ? OfdRefusal.XML_DOCTYPE : OfdRefusal.XML_BROKEN;
    }

    private static XMLReader reader() {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The platform's XML parser cannot be made safe", e);
        }
    }

    private static final class Tree extends DefaultHandler {

        private final String part;
        private final OfdLimits limits;
        private final Deque<XmlElement> open = new ArrayDeque<>();
        private @Nullable XmlElement root;
        private int elements;

        Tree(String part, OfdLimits limits) {
            this.part = part;
            this.limits = limits;
        }

        @Override
        public void startElement(String namespace, String name, String qualified, Attributes attributes) {
            if (open.size() >= limits.xmlDepth()) {
                throw new OfdRefusedException(OfdRefusal.XML_TOO_DEEP, part);
            }
            if (++elements > limits.xmlElements() || attributes.getLength() > limits.xmlAttributes()) {
                throw new OfdRefusedException(OfdRefusal.XML_TOO_COMPLEX, part);
            }
            XmlElement element = new XmlElement(namespace, name, own(attributes));
            if (open.isEmpty()) {
                root = element;
            } else {
                open.getFirst().add(element);
            }
            open.addFirst(element);
        }

        private static String[] own(Attributes attributes) {
            String[] pairs = new String[attributes.getLength() * 2];
            for (int i = 0; i < attributes.getLength(); i++) {
                pairs[2 * i] = attributes.getURI(i).isEmpty() ? attributes.getLocalName(i) : attributes.getQName(i);
                pairs[2 * i + 1] = attributes.getValue(i);
            }
            return pairs;
        }

        @Override
        public void endElement(String namespace, String name, String qualified) {
            open.removeFirst();
        }

        @Override
        public void characters(char[] characters, int from, int length) {
            open.getFirst().add(characters, from, length);
        }

        @Override
        public InputSource resolveEntity(@Nullable String publicId, @Nullable String systemId) {
            throw new OfdRefusedException(OfdRefusal.XML_DOCTYPE, part);
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
