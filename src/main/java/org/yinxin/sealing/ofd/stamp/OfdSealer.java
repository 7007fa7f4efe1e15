package org.yinxin.sealing.ofd.stamp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdRefusal;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.plan.StampOrder;

/**
 * Stamps an OFD document in memory: one signature of the type Seal over every part of the package, whatever the number of
 * imprints. Parts that are not concerned stay packed as they were. Nothing but the list of signatures is left unprotected,
 * so that others can seal after us (GB/T 33190-2016, 18.1).
 */
public final class OfdSealer {

    private static final String ENTRANCE = "OFD.xml";

    private final OfdLimits limits;

    public OfdSealer(OfdLimits limits) {
        this.limits = limits;
    }

    /**
     * @throws OfdRefusedException when the file is not an OFD document that can be stamped; with {@link
     *     OfdRefusal#LOCKED_BY_SIGNER} when another signature would break one that is there
     * @throws IllegalArgumentException when the plan does not fit the document
     */
    public SealedOfd seal(byte[] file, StampOrder order, OfdSigner signer) {
        OfdPackage contents = OfdPackage.read(file, limits);
        OfdDocument document = onlyDocument(contents);
        EarlierSignatures earlier = EarlierSignatures.in(contents, document);
        SigningPlace place = SigningPlace.in(contents, document);
        SignNumbers numbers = SignNumbers.after(earlier.list(), earlier.signatures());
        List<Imprints.Imprint> imprints =
                new Imprints(contents, document, order.image()).of(order.note().plan());
        String id = numbers.next();

        OfdPackage prepared = prepared(contents, document, earlier, place, signer);
        byte[] signature = SignatureXml.of(prepared, place, numbers, order, imprints);
        SignedValue value = SignedValue.of(signature, "/" + place.signature(), order.time(), signer);

        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(place.list(), SignatureList.with(contents, place, id, numbers));
        parts.put(place.signature(), signature);
        parts.put(place.value(), value.encoded());
        return new SealedOfd(prepared.with(parts).write(), signature, place.signature(), value.timeStamping());
    }

    private static OfdDocument onlyDocument(OfdPackage contents) {
        List<OfdDocument> documents = OfdDocument.readAll(contents);
        if (documents.size() > 1) {
            throw new OfdRefusedException(OfdRefusal.SEVERAL_DOCUMENTS);
        }
        return documents.getFirst();
    }

    /** With everything that the signature protects and that is not there yet. */
    private static OfdPackage prepared(
            OfdPackage contents,
            OfdDocument document,
            EarlierSignatures earlier,
            SigningPlace place,
            OfdSigner signer) {
        earlier.mustNotProtect(place.list());
        Map<String, byte[]> parts = new LinkedHashMap<>();
        if (document.signatures() == null) {
            parts.put(ENTRANCE, DocBody.withSignatures(contents.bytes(ENTRANCE), "/" + place.list()));
        }
        parts.put(place.seal(), signer.holder().sealFile());
        OfdPackage prepared = contents.with(parts);
        if (document.signatures() == null && !isEntered(prepared, place)) {
            throw new OfdRefusedException(OfdRefusal.DOCUMENT_BROKEN, ENTRANCE);
        }
        return prepared;
    }

    private static boolean isEntered(OfdPackage prepared, SigningPlace place) {
        String entered = prepared.xml(ENTRANCE).children("DocBody").getFirst().childText("Signatures");
        return Objects.equals(entered, "/" + place.list());
    }
}
