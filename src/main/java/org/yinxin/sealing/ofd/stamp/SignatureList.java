package org.yinxin.sealing.ofd.stamp;

import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.XmlElement;

/**
 * Writes the list of signatures (Signatures.xml, GB/T 33190-2016, 18.1) with one more at its end; the others stand as they
 * stood, and MaxSignId once and first, which not every writer keeps to.
 */
final class SignatureList {

    private static final String[] ATTRIBUTES = {"ID", "Type", "BaseLoc", "Relative"};

    private SignatureList() {}

    static byte[] with(OfdPackage contents, SigningPlace place, String id, SignNumbers numbers) {
        XmlElement before = contents.has(place.list()) ? contents.xml(place.list()) : null;
        String namespace = before == null ? XmlElement.OFD : before.namespace();
        XmlText xml = new XmlText(500)
                .raw("<ofd:Signatures xmlns:ofd=\"" + namespace + "\"><ofd:MaxSignId>")
                .raw(numbers.highest())
                .raw("</ofd:MaxSignId>");
        if (before != null) {
            before.children("Signature").forEach(signature -> entry(xml, signature));
        }
        return xml.raw("<ofd:Signature ID=\"" + id + "\" Type=\"Seal\" BaseLoc=\"/" + place.signature() + "\"/>")
                .raw("</ofd:Signatures>")
                .bytes();
    }

    private static void entry(XmlText xml, XmlElement signature) {
        xml.raw("<ofd:Signature");
        for (String name : ATTRIBUTES) {
            @Nullable String value = signature.attribute(name);
            if (value != null) {
                xml.raw(" " + name + "=\"").escaped(value).raw("\"");
            }
        }
        xml.raw("/>");
    }
}
