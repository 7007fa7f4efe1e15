package org.yinxin.pki.ocsp;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.Req;
import org.jspecify.annotations.Nullable;

/**
 * A request within our limits (RFC 6960, 4.1).
 *
 * @param nonce the extension as it came, to be given back
 */
record OcspQuery(List<CertificateID> certificates, @Nullable Extension nonce) {

    private static final int MOST_CERTIFICATES = 10;
    private static final int LONGEST_NONCE = 128;

    /** Empty when it is no request, or one that nobody needs to put. */
    static Optional<OcspQuery> parse(byte[] encoded) {
        try {
            OCSPReq request = new OCSPReq(encoded);
            List<CertificateID> certificates =
                    Arrays.stream(request.getRequestList()).map(Req::getCertID).toList();
            Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            boolean fits = !certificates.isEmpty()
                    && certificates.size() <= MOST_CERTIFICATES
                    && request.getVersionNumber() == 1
                    && isAcceptable(nonce);
            return fits ? Optional.of(new OcspQuery(certificates, nonce)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** RFC 9654, 2.1: at least one octet, at most 128. */
    private static boolean isAcceptable(@Nullable Extension nonce) {
        if (nonce == null) {
            return true;
        }
        int length = ASN1OctetString.getInstance(nonce.getParsedValue()).getOctetsLength();
        return length > 0 && length <= LONGEST_NONCE;
    }
}
