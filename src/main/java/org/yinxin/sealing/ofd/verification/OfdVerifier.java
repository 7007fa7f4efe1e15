package org.yinxin.sealing.ofd.verification;

import java.util.ArrayList;
import java.util.List;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;

/**
 * Verifies every signature of an OFD file: the seal, the signature, the signer, then every part of the package against
 * what is protected (GB/T 38540-2020, 7.3). Pure: whom to believe is handed in.
 */
public final class OfdVerifier {

    private OfdVerifier() {}

    /**
     * @throws org.yinxin.sealing.ofd.OfdRefusedException when the file is no OFD document, or one that readers could
     *     understand differently
     */
    public static OfdVerification verify(byte[] file, OfdLimits limits, SealTrust trust) {
        return verify(OfdPackage.read(file, limits), trust);
    }

    public static OfdVerification verify(OfdPackage contents, SealTrust trust) {
        List<OfdDocument> documents = OfdDocument.readAll(contents);
        SignatureLists lists = new SignatureLists(contents, documents);
        SignatureVerifier verifier = new SignatureVerifier(contents, documents, lists, trust);
        List<VerifiedSignature> signatures = new ArrayList<>();
        for (ListedSignature signature : lists.signatures()) {
            signatures.add(verifier.verify(signature));
        }
        return new OfdVerification(contents, documents, signatures, lists.state());
    }
}
