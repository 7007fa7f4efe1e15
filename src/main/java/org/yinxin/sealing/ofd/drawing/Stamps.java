package org.yinxin.sealing.ofd.drawing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.yinxin.seal.ses.SealPicture;
import org.yinxin.seal.ses.SealReader;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdPage;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.OfdSignature;
import org.yinxin.sealing.ofd.OfdSignatures;

/** Finds a page's stamps, with the picture of the seal that was signed with, not of one lying beside it. */
final class Stamps {

    private Stamps() {}

    /** What cannot be understood shows no stamp; what is wrong with it is for the check of the document to say. */
    static List<Stamp> on(OfdPage page, OfdPackage contents, OfdDocument document) {
        List<Stamp> stamps = new ArrayList<>();
        for (OfdSignatures.Listed listed : listed(contents, document)) {
            try {
                OfdSignature signature = OfdSignature.read(contents, listed);
                signature.stamps().stream()
                        .filter(place -> place.page().equals(page.id()))
                        .forEach(place -> picture(contents, signature)
                                .ifPresent(picture -> stamps.add(new Stamp(place, picture))));
            } catch (OfdRefusedException e) {
                continue;
            }
        }
        return stamps;
    }

    private static List<OfdSignatures.Listed> listed(OfdPackage contents, OfdDocument document) {
        try {
            OfdSignatures signatures = OfdSignatures.read(contents, document);
            return signatures == null ? List.of() : signatures.listed();
        } catch (OfdRefusedException e) {
            return List.of();
        }
    }

    /** SES_Signature begins with what was signed, whose second element is the seal, in every version. */
    private static Optional<SealPicture> picture(OfdPackage contents, OfdSignature signature) {
        if (!contents.has(signature.value())) {
            return Optional.empty();
        }
        try {
            ASN1Sequence whole =
                    ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(contents.bytes(signature.value())));
            ASN1Sequence signed = ASN1Sequence.getInstance(whole.getObjectAt(0));
            byte[] seal = signed.getObjectAt(1).toASN1Primitive().getEncoded(ASN1Encoding.DER);
            return Optional.of(SealReader.read(seal).content().picture());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
