package org.yinxin.pki;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * How long an authority's certificate lasts and when the next one takes over: early enough that nothing signed by it
 * outlives it.
 *
 * @param left what the newest certificate must still have before it
 */
record AuthorityTerm(Period validity, Period left) {

    /** Seals last three years at most by default; nine tenths of a time stamp's certificate outlast its key's use. */
    static AuthorityTerm of(CertificateRole role) {
        return switch (role) {
            case ROOT -> new AuthorityTerm(Period.ofYears(30), Period.ofYears(15));
            case ISSUING, MAKER -> new AuthorityTerm(Period.ofYears(15), Period.ofYears(5));
            case TSA -> new AuthorityTerm(Period.ofYears(10), Period.ofYears(9));
            case SERVICE -> new AuthorityTerm(Period.ofYears(5), Period.ofYears(1));
            // Never looked up in a revocation list (id-pkix-ocsp-nocheck), so it must be short.
            case OCSP -> new AuthorityTerm(Period.ofDays(90), Period.ofDays(30));
            case SEAL, EXTERNAL -> throw new IllegalArgumentException(role + " is no authority of ours");
        };
    }

    Instant end(Instant from) {
        return plus(from, validity);
    }

    boolean isOver(Instant notAfter, Instant now) {
        return notAfter.isBefore(plus(now, left));
    }

    private static Instant plus(Instant from, Period period) {
        return from.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }
}
