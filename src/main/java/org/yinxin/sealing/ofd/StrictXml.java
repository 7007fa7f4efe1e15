package org.yinxin.sealing.ofd;

import java.util.List;

/** What the XML around signatures must be for all readers to see the same in it: OFD's elements only, once each. */
final class StrictXml {

    private StrictXml() {}

    static void check(XmlElement root, String name, String part) {
        if (!root.name().equals(name) || !isOwn(root)) {
            throw new OfdRefusedException(OfdRefusal.DOCUMENT_BROKEN, part);
        }
        checkNamespaces(root, part);
    }

    private static void checkNamespaces(XmlElement element, String part) {
        if (!isOwn(element)) {
            throw new OfdRefusedException(OfdRefusal.AMBIGUOUS, part);
        }
        for (XmlElement child : element.children()) {
            checkNamespaces(child, part);
        }
    }

    private static boolean isOwn(XmlElement element) {
        return XmlElement.OFD.equals(element.namespace()) || XmlElement.OFD_EARLY.equals(element.namespace());
    }

    /** The only child of this name. */
    static XmlElement only(XmlElement parent, String name, String part) {
        List<XmlElement> found = parent.children(name);
        if (found.size() != 1) {
            throw new OfdRefusedException(found.isEmpty() ? OfdRefusal.DOCUMENT_BROKEN : OfdRefusal.AMBIGUOUS, part);
        }
        return found.getFirst();
    }

    static void atMostOne(XmlElement parent, String name, String part) {
        if (parent.children(name).size() > 1) {
            throw new OfdRefusedException(OfdRefusal.AMBIGUOUS, part);
        }
    }
}
