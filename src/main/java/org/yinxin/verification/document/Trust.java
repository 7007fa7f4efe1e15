package org.yinxin.verification.document;

import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.yinxin.seal.ses.SealTrust;

/**
 * Whom the check believes, for SM2 and P-256 alike.
 *
 * @param roots the platform's own
 * @param issuing the authorities below them, so that a document need not carry them
 * @param revocations the present lists of those authorities
 */
record Trust(List<X509Certificate> roots, List<X509Certificate> issuing, List<X509CRL> revocations) {

    /** The same for seal makers and signers of GM seals. */
    SealTrust forSeals() {
        List<X509Certificate> issuers =
                Stream.concat(roots.stream(), issuing.stream()).toList();
        return new SealTrust() {
            @Override
            public Collection<X509Certificate> issuers() {
                return issuers;
            }

            @Override
            public Revocation revocation(X509Certificate certificate, Instant at) {
                return revocations.stream()
                        .filter(list -> list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()))
                        .findFirst()
                        .map(list -> state(list.getRevokedCertificate(certificate), at))
                        .orElse(Revocation.UNKNOWN);
            }
        };
    }

    private static SealTrust.Revocation state(@org.jspecify.annotations.Nullable X509CRLEntry entry, Instant at) {
        return entry == null || at.isBefore(entry.getRevocationDate().toInstant())
                ? SealTrust.Revocation.GOOD
                : SealTrust.Revocation.REVOKED;
    }
}
