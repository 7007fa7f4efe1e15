package org.yinxin.sealing.pdf;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where proof comes from that certificates were not revoked; whoever holds lists and answers decides which are fresh. */
public interface RevocationSource {

    /** Authorities whose certificates complete the chains of signers and time stamps. */
    Collection<X509Certificate> issuers();

    /** What says whether this certificate of this issuer is revoked; empty when it cannot be had now. */
    Optional<Proof> proof(X509Certificate certificate, X509Certificate issuer);

    /** Nobody holds any. */
    static RevocationSource none() {
        return new RevocationSource() {
            @Override
            public Collection<X509Certificate> issuers() {
                return List.of();
            }

            @Override
            public Optional<Proof> proof(X509Certificate certificate, X509Certificate issuer) {
                return Optional.empty();
            }
        };
    }

    /**
     * A revocation list (RFC 5280) or an answer about one certificate (RFC 6960).
     *
     * @param encoded DER: a CertificateList or an OCSPResponse
     */
    record Proof(Kind kind, byte[] encoded) {

        /** Which of the two. */
        public enum Kind {
            CRL,
            OCSP
        }
    }
}
