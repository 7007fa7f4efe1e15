package org.yinxin.seal.ses;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;

/** Checks a seal by itself: its maker's signature, its maker, its validity. Pure; every failure has a name. */
public final class SealCheck {

    private SealCheck() {}

    /** What was found; the first thing that does not hold, in the order in which they must be checked. */
    public enum Finding {
        SOUND,
        ALGORITHM_NOT_SUPPORTED,
        MAKER_CERTIFICATE_UNREADABLE,
        MAKER_SIGNATURE_WRONG,
        MAKER_UNKNOWN,
        MAKER_NOT_VALID_WHEN_MADE,
        NOT_YET_VALID,
        EXPIRED
    }

    /**
     * @param issuers those who may certify seal makers
     * @param at the moment at which the seal must be valid
     */
    public static Finding check(ElectronicSeal seal, Collection<X509Certificate> issuers, Instant at) {
        if (!SealWriter.SM2_WITH_SM3.getId().equals(seal.algorithm())) {
            return Finding.ALGORITHM_NOT_SUPPORTED;
        }
        KnownCertificate maker = KnownCertificate.of(seal.makerCertificate()).orElse(null);
        if (maker == null) {
            return Finding.MAKER_CERTIFICATE_UNREADABLE;
        }
        if (!maker.signed(seal.toBeSigned(), seal.signature())) {
            return Finding.MAKER_SIGNATURE_WRONG;
        }
        if (issuers.stream().noneMatch(maker::issuedBy)) {
            return Finding.MAKER_UNKNOWN;
        }
        return validity(seal.content(), maker.certificate(), at);
    }

    /** Whether the maker named in the seal signed exactly this seal; says nothing of who the maker is. */
    public static boolean makerSignatureHolds(ElectronicSeal seal) {
        return KnownCertificate.of(seal.makerCertificate())
                .filter(maker -> maker.signed(seal.toBeSigned(), seal.signature()))
                .isPresent();
    }

    private static Finding validity(SealContent content, X509Certificate maker, Instant at) {
        Instant made = content.createdAt();
        if (made.isBefore(maker.getNotBefore().toInstant())
                || made.isAfter(maker.getNotAfter().toInstant())) {
            return Finding.MAKER_NOT_VALID_WHEN_MADE;
        }
        if (at.isBefore(content.validFrom())) {
            return Finding.NOT_YET_VALID;
        }
        return at.isAfter(content.validTo()) ? Finding.EXPIRED : Finding.SOUND;
    }
}
