package org.yinxin.seal.ses;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Whom a check believes. */
public interface SealTrust {

    /** What is known of a certificate's revocation. */
    enum Revocation {
        GOOD,
        REVOKED,
        /** Nobody answered, or nobody can. */
        UNKNOWN
    }

    /** Those who may certify seal makers and signers. */
    Collection<X509Certificate> issuers();

    /** Those who may certify time-stamp authorities. */
    default Collection<X509Certificate> timeStampIssuers() {
        return issuers();
    }

    /** Whether a certificate of one of these issuers was revoked at that moment. */
    Revocation revocation(X509Certificate certificate, Instant at);

    /** Nobody: what remains is whether a signature is sound in itself. */
    static SealTrust none() {
        return of(List.of());
    }

    /** These issuers; of revocation nothing is known. */
    static SealTrust of(Collection<X509Certificate> issuers) {
        return new SealTrust() {
            @Override
            public Collection<X509Certificate> issuers() {
                return issuers;
            }

            @Override
            public Revocation revocation(X509Certificate certificate, Instant at) {
                return Revocation.UNKNOWN;
            }
        };
    }
}
