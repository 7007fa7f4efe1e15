package org.yinxin.pki;

import java.io.IOException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.jspecify.annotations.Nullable;

/** Puts the extensions of a role into a certificate (RFC 5280, 4.2). */
final class CertificateExtensions {

    private static final ASN1ObjectIdentifier ANY_POLICY = new ASN1ObjectIdentifier("2.5.29.32.0");

    private final X509v3CertificateBuilder builder;
    private final CertificateRole role;

    CertificateExtensions(X509v3CertificateBuilder builder, CertificateRole role) {
        this.builder = builder;
        this.role = role;
    }

    void usage() throws IOException {
        switch (role) {
            case ROOT -> authority(new BasicConstraints(true));
            case ISSUING -> authority(new BasicConstraints(0));
            // No extended key usage: readers in the field know none that fits seals, and refuse unknown ones.
            case MAKER, SERVICE, SEAL -> leaf(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
            case OCSP -> {
                leaf(KeyUsage.digitalSignature);
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
                builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            }
            case TSA -> {
                leaf(KeyUsage.digitalSignature);
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            case EXTERNAL -> throw new IllegalArgumentException("Certificates of others are not made here");
        }
    }

    private void authority(BasicConstraints constraints) throws IOException {
        builder.addExtension(Extension.basicConstraints, true, constraints);
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    private void leaf(int usage) throws IOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    }

    void identifiers(SubjectPublicKeyInfo subjectKey, @Nullable X509Certificate issuer) throws IOException {
        X509ExtensionUtils identifiers = new BcX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subjectKey));
        SubjectPublicKeyInfo issuerKey = issuer == null
                ? subjectKey
                : SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded());
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuerKey));
    }

    /** Any policy for authorities, which limit nothing below them; the platform's own for all others. */
    void policy(ASN1ObjectIdentifier policy, String practice) throws IOException {
        PolicyInformation information = role == CertificateRole.ISSUING
                ? new PolicyInformation(ANY_POLICY)
                : new PolicyInformation(policy, new DERSequence(new PolicyQualifierInfo(practice)));
        builder.addExtension(Extension.certificatePolicies, false, new CertificatePolicies(information));
    }

    /** Where the issuer's certificate and what it revoked are to be found; a responder is not asked about itself. */
    void addresses(String certificate, String list, @Nullable String ocsp) throws IOException {
        ASN1EncodableVector access = new ASN1EncodableVector();
        if (ocsp != null) {
            access.add(new AccessDescription(AccessDescription.id_ad_ocsp, address(ocsp)));
        }
        access.add(new AccessDescription(AccessDescription.id_ad_caIssuers, address(certificate)));
        builder.addExtension(
                Extension.authorityInfoAccess, false, AuthorityInformationAccess.getInstance(new DERSequence(access)));
        DistributionPointName crl = new DistributionPointName(new GeneralNames(address(list)));
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(crl, null, null)
        }));
    }

    private static GeneralName address(String url) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, url);
    }
}
