package org.yinxin.pki.ocsp;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import org.bouncycastle.operator.ContentSigner;

/** Who answers for one issuing authority, and what it knows. */
public interface OcspResponder {

    /** The authority whose certificates are asked about. */
    X509Certificate issuer();

    /** Delegated by the issuer for this purpose, or the issuer itself. */
    X509Certificate certificate();

    CertificateStanding standing(BigInteger serial);

    /** A fresh one with the certificate's key. */
    ContentSigner signer();
}
