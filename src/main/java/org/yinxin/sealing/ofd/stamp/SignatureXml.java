package org.yinxin.sealing.ofd.stamp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.plan.StampImage;
import org.yinxin.sealing.plan.StampOrder;

/**
 * Writes Signature.xml (GB/T 33190-2016, 18.2): who, when, the use's note, the digest of each protected part, where the
 * imprints stand.
 */
final class SignatureXml {

    private static final String SM2_WITH_SM3 = "1.2.156.10197.1.501";
    private static final String SM3 = "1.2.156.10197.1.401";
    private static final String PROVIDER = "<ofd:Provider ProviderName=\"Yinxin\" Company=\"Yinxin\" Version=\"1.0\"/>";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int PER_PART = 160;

    private final SigningPlace place;
    private final SignNumbers numbers;
    private final XmlText xml;

    private SignatureXml(SigningPlace place, SignNumbers numbers, int parts) {
        this.place = place;
        this.numbers = numbers;
        this.xml = new XmlText(2_000 + PER_PART * parts);
    }

    /** @param contents the package with all parts of the signature but this one and the signature's value */
    static byte[] of(
            OfdPackage contents,
            SigningPlace place,
            SignNumbers numbers,
            StampOrder order,
            List<Imprints.Imprint> imprints) {
        List<String> parts = contents.paths();
        SignatureXml signature = new SignatureXml(place, numbers, parts.size());
        signature.head(order);
        signature.references(contents, parts);
        signature.imprints(imprints, order.image());
        return signature.foot();
    }

    private void head(StampOrder order) {
        Instant time = order.time();
        xml.raw("<ofd:Signature xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:SignedInfo>")
                .raw(PROVIDER)
                .raw("<ofd:SignatureMethod>" + SM2_WITH_SM3 + "</ofd:SignatureMethod>")
                .raw("<ofd:SignatureDateTime>" + TIME.format(time) + "</ofd:SignatureDateTime>")
                .raw("<ofd:Parameters><ofd:Parameter Name=\"yinxin\">")
                .escaped(order.note().text())
                .raw("</ofd:Parameter><ofd:Parameter Name=\"yinxin-purpose\">")
                .escaped(order.purpose())
                .raw("</ofd:Parameter></ofd:Parameters>");
    }

    /** Every part but the list, to which others may add after us. */
    private void references(OfdPackage contents, List<String> parts) {
        SM3Digest sm3 = new SM3Digest();
        byte[] digest = new byte[sm3.getDigestSize()];
        xml.raw("<ofd:References CheckMethod=\"" + SM3 + "\">");
        for (String part : parts) {
            if (!part.equals(place.list())) {
                byte[] content = contents.bytes(part);
                sm3.update(content, 0, content.length);
                sm3.doFinal(digest, 0);
                xml.raw("<ofd:Reference FileRef=\"/")
                        .escaped(part)
                        .raw("\"><ofd:CheckValue>")
                        .raw(Base64.getEncoder().encodeToString(digest))
                        .raw("</ofd:CheckValue></ofd:Reference>");
            }
        }
        xml.raw("</ofd:References>");
    }

    private void imprints(List<Imprints.Imprint> imprints, StampImage image) {
        double width = image.widthMm();
        double height = image.heightMm();
        for (Imprints.Imprint imprint : imprints) {
            xml.raw("<ofd:StampAnnot ID=\"")
                    .raw(numbers.next())
                    .raw("\" PageRef=\"")
                    .escaped(imprint.page())
                    .raw("\" Boundary=\"")
                    .numbers(imprint.left(), imprint.top(), width, height);
            if (imprint.from() > 0 || imprint.to() < width) {
                xml.raw("\" Clip=\"").numbers(imprint.from(), 0, imprint.to() - imprint.from(), height);
            }
            xml.raw("\"/>");
        }
    }

    private byte[] foot() {
        return xml.raw("<ofd:Seal><ofd:BaseLoc>/" + place.seal() + "</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo>")
                .raw("<ofd:SignedValue>/" + place.value() + "</ofd:SignedValue></ofd:Signature>")
                .bytes();
    }
}
