package org.yinxin.seal.ses;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.KeyAlgorithm;

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
        List<X509Certificate> maker = parse(seal.makerCertificate());
        if (maker.isEmpty()) {
            return Finding.MAKER_CERTIFICATE_UNREADABLE;
        }
        if (!signatureHolds(seal, maker.getFirst().getPublicKey())) {
            return Finding.MAKER_SIGNATURE_WRONG;
        }
        if (issuers.stream().noneMatch(issuer -> issued(issuer, maker.getFirst()))) {
            return Finding.MAKER_UNKNOWN;
        }
        return validity(seal.content(), maker.getFirst(), at);
    }

    /** Whether the maker named in the seal signed exactly this seal; says nothing of who the maker is. */
    public static boolean makerSignatureHolds(ElectronicSeal seal) {
        return parse(seal.makerCertificate()).stream().anyMatch(maker -> signatureHolds(seal, maker.getPublicKey()));
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

    private static boolean signatureHolds(ElectronicSeal seal, PublicKey maker) {
        try {
            Signature verifier = KeyAlgorithm.SM2.signature();
            verifier.initVerify(maker);
            verifier.update(seal.toBeSigned());
            return verifier.verify(seal.signature());
        } catch (GeneralSecurityException | RuntimeException e) {
            // A key of another curve, or points off the curve: no signature of this maker.
            return false;
        }
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey(), BouncyCastle.PROVIDER);
            return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** BouncyCastle reads parts of a certificate late: all that is needed is asked for here, where it may fail. */
    private static List<X509Certificate> parse(byte[] encoded) {
        try {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                            .generateCertificate(new ByteArrayInputStream(encoded));
            certificate.getPublicKey();
            certificate.getIssuerX500Principal();
            certificate.checkValidity(certificate.getNotBefore());
            return List.of(certificate);
        } catch (GeneralSecurityException | RuntimeException e) {
            return List.of();
        }
    }
}
