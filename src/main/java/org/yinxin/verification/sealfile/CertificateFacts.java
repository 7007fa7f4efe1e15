package org.yinxin.verification.sealfile;

import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate in a seal says.
 *
 * @param owner the common name, or the whole name where there is none
 * @param organisationId such as {@code NTRCN-} and the unified social credit code
 * @param sm2 whether its key is an SM2 key
 * @param serial hexadecimal
 */
public record CertificateFacts(
        String owner,
        @Nullable String organisation,
        @Nullable String organisationId,
        String issuer,
        Instant validFrom,
        Instant validTo,
        boolean sm2,
        String serial) {

    private static final int LONGEST = 200;

    /** Empty when the bytes are no certificate. */
    static Optional<CertificateFacts> of(byte[] encoded) {
        try {
            X509CertificateHolder certificate = new X509CertificateHolder(encoded);
            X500Name subject = certificate.getSubject();
            return Optional.of(new CertificateFacts(
                    shown(name(subject, BCStyle.CN).orElse(subject.toString())),
                    name(subject, BCStyle.O).map(CertificateFacts::shown).orElse(null),
                    name(subject, BCStyle.ORGANIZATION_IDENTIFIER)
                            .map(CertificateFacts::shown)
                            .orElse(null),
                    shown(name(certificate.getIssuer(), BCStyle.CN)
                            .orElse(certificate.getIssuer().toString())),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    GMObjectIdentifiers.sm2p256v1.equals(
                            certificate.getSubjectPublicKeyInfo().getAlgorithm().getParameters()),
                    HexFormat.of().formatHex(certificate.getSerialNumber().toByteArray())));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(X500Name name, ASN1ObjectIdentifier type) {
        RDN[] found = name.getRDNs(type);
        return found.length == 0
                ? Optional.empty()
                : Optional.of(IETFUtils.valueToString(found[0].getFirst().getValue()));
    }

    private static String shown(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
