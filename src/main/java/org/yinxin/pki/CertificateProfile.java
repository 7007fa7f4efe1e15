package org.yinxin.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a certificate of each role (RFC 5280).
 *
 * @param issuer whose key signs; none for a root, which signs itself
 */
record CertificateProfile(
        CertificateRole role,
        KeyAlgorithm algorithm,
        X500Name subject,
        PublicKey key,
        Instant notBefore,
        Instant notAfter,
        @Nullable Issuer issuer) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The authority above, and which of its generation it is. */
    record Issuer(X509Certificate certificate, int generation) {}

    X509Certificate sign(ContentSigner signer, PublicationAddresses addresses, ASN1ObjectIdentifier policy) {
        try {
            SubjectPublicKeyInfo subjectKey = SubjectPublicKeyInfo.getInstance(key.getEncoded());
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuer == null ? subject : name(issuer.certificate()),
                    serial(),
                    Date.from(notBefore.truncatedTo(ChronoUnit.SECONDS)),
                    Date.from(notAfter.truncatedTo(ChronoUnit.SECONDS)),
                    subject,
                    subjectKey);
            CertificateExtensions extensions = new CertificateExtensions(builder, role);
            extensions.usage();
            extensions.identifiers(subjectKey, issuer == null ? null : issuer.certificate());
            if (issuer != null) {
                CertificateRole above = role.above();
                boolean asked = role != CertificateRole.ISSUING && role != CertificateRole.OCSP;
                extensions.policy(policy, addresses.practice());
                extensions.addresses(
                        addresses.certificate(above, algorithm, issuer.generation()),
                        addresses.crl(above, algorithm, issuer.generation()),
                        asked ? addresses.ocsp(algorithm) : null);
            }
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(builder.build(signer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate just made cannot be read", e);
        }
    }

    static X500Name name(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    /** Positive, 159 random bits, at most 20 bytes. */
    static BigInteger serial() {
        return new BigInteger(158, RANDOM).setBit(158);
    }
}
