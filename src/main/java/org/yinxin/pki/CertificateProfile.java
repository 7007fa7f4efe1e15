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
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a certificate of each role (RFC 5280).
 *
 * @param issuer the issuing certificate; none for a root, which signs itself
 */
record CertificateProfile(
        CertificateRole role,
        KeyAlgorithm algorithm,
        X500Name subject,
        PublicKey key,
        Instant notBefore,
        Instant notAfter,
        @Nullable X509Certificate issuer) {

    private static final SecureRandom RANDOM = new SecureRandom();

    X509Certificate sign(ContentSigner signer, PublicationAddresses addresses) {
        try {
            SubjectPublicKeyInfo subjectKey = SubjectPublicKeyInfo.getInstance(key.getEncoded());
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuer == null
                            ? subject
                            : X500Name.getInstance(
                                    issuer.getSubjectX500Principal().getEncoded()),
                    serial(),
                    Date.from(notBefore.truncatedTo(ChronoUnit.SECONDS)),
                    Date.from(notAfter.truncatedTo(ChronoUnit.SECONDS)),
                    subject,
                    subjectKey);
            addUsage(builder);
            addIdentifiers(builder, subjectKey);
            addAddresses(builder, addresses);
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(builder.build(signer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate just made cannot be read", e);
        }
    }

    private void addUsage(X509v3CertificateBuilder builder) throws IOException {
        switch (role) {
            case ROOT, ISSUING -> {
                BasicConstraints authority =
                        role == CertificateRole.ROOT ? new BasicConstraints(true) : new BasicConstraints(0);
                builder.addExtension(Extension.basicConstraints, true, authority);
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            }
            // No extended key usage: readers in the field know none that fits seals, and refuse unknown ones.
            case MAKER, SEAL -> {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
                builder.addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            }
        }
    }

    private void addIdentifiers(X509v3CertificateBuilder builder, SubjectPublicKeyInfo subjectKey) throws IOException {
        X509ExtensionUtils identifiers = new BcX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subjectKey));
        SubjectPublicKeyInfo issuerKey = issuer == null
                ? subjectKey
                : SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded());
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuerKey));
    }

    private void addAddresses(X509v3CertificateBuilder builder, PublicationAddresses addresses) throws IOException {
        if (issuer == null) {
            return;
        }
        CertificateRole above = role == CertificateRole.ISSUING ? CertificateRole.ROOT : CertificateRole.ISSUING;
        builder.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(
                        AccessDescription.id_ad_caIssuers, address(addresses.certificate(above, algorithm))));
        DistributionPointName crl =
                new DistributionPointName(new GeneralNames(address(addresses.crl(above, algorithm))));
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(crl, null, null)
        }));
    }

    private static GeneralName address(String url) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, url);
    }

    /** Positive, 159 random bits, at most 20 bytes. */
    private static BigInteger serial() {
        return new BigInteger(158, RANDOM).setBit(158);
    }
}
