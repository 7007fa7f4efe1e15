package org.yinxin.pki.ocsp;

import java.time.Instant;

/** What an authority says of one of its certificates (RFC 6960, 2.2). */
public sealed interface CertificateStanding {

    /** It was issued and not revoked. */
    record Good() implements CertificateStanding {}

    /**
     * It was revoked.
     *
     * @param reason the CRLReason of RFC 5280, 5.3.1; 0 stands for none
     */
    record Revoked(int reason, Instant at) implements CertificateStanding {}

    /** It was never issued by this authority. */
    record Unknown() implements CertificateStanding {}
}
