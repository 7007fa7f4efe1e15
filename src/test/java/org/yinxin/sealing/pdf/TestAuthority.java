package org.yinxin.sealing.pdf;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A certificate authority that lives for one test: a P-256 root, an issuing certificate, seals and a revocation list. */
public final class TestAuthority {

    private static final AtomicLong SERIAL = new AtomicLong(1_000);
    private static final Instant BIRTH = Instant.now().minus(Duration.ofDays(400));

    private final KeyPair rootKey = newKey();
    private final KeyPair issuingKey = newKey();
    private final X509Certificate root;
    private final X509Certificate issuing;

    public TestAuthority(String name) {
        X500Name rootName = new X500Name("CN=" + name + " Root,O=" + name + ",C=CN");
        X500Name issuingName = new X500Name("CN=" + name + " Issuing,O=" + name + ",C=CN");
        Instant end = Instant.now().plus(Duration.ofDays(3_000));
        root = certificate(rootName, rootKey, rootName, rootKey, true, BIRTH, end);
        issuing = certificate(issuingName, issuingKey, rootName, rootKey, true, BIRTH, end);
    }

    public X509Certificate root() {
        return root;
    }

    public X509Certificate issuing() {
        return issuing;
    }

    public Seal issue(String owner) {
        return issue(owner, BIRTH.plus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(1_000)));
    }

    public Seal issue(String owner, Instant from, Instant until) {
        return issueNamed("CN=" + owner + ",C=CN", from, until);
    }

    /** A seal with an RSA key. */
    public Seal issueRsa(String owner) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3_072);
            return issueNamed(
                    "CN=" + owner + ",C=CN",
                    generator.generateKeyPair(),
                    BIRTH.plus(Duration.ofDays(1)),
                    Instant.now().plus(Duration.ofDays(1_000)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Seal issueNamed(String name, Instant from, Instant until) {
        return issueNamed(name, newKey(), from, until);
    }

    private Seal issueNamed(String name, KeyPair key, Instant from, Instant until) {
        X500Name subject = new X500Name(name);
        return new Seal(
                key,
                certificate(
                        subject,
                        key,
                        X500Name.getInstance(issuing.getSubjectX500Principal().getEncoded()),
                        issuingKey,
                        false,
                        from,
                        until));
    }

    /** A seal's certificate as the platform names them: with the seal's number. */
    public Seal issueSeal(String owner, String sealNumber) {
        return issueSeal(
                owner, sealNumber, BIRTH.plus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(1_000)));
    }

    public Seal issueSeal(String owner, String sealNumber, Instant from, Instant until) {
        return issueNamed("CN=" + owner + ",SERIALNUMBER=" + sealNumber + ",O=" + owner + ",C=CN", from, until);
    }

    public X509CRL revoked(X509Certificate... certificates) {
        return crl(Instant.now().minus(Duration.ofHours(1)), certificates);
    }

    public X509CRL crl(Instant revokedAt, X509Certificate... certificates) {
        return crl(issuing, issuingKey, revokedAt, certificates);
    }

    /** An answer (OCSP) by the issuing authority itself that the certificate is good. */
    public byte[] answer(X509Certificate certificate) {
        try {
            DigestCalculator sha1 =
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
            CertificateID id =
                    new CertificateID(sha1, new JcaX509CertificateHolder(issuing), certificate.getSerialNumber());
            BasicOCSPResp basic = new JcaBasicOCSPRespBuilder(issuing.getPublicKey(), sha1)
                    .addResponse(
                            id,
                            CertificateStatus.GOOD,
                            new Date(),
                            Date.from(Instant.now().plus(Duration.ofDays(7))))
                    .build(
                            signer(issuingKey),
                            new X509CertificateHolder[] {new JcaX509CertificateHolder(issuing)},
                            new Date());
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, basic)
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public X509CRL rootCrl() {
        return crl(root, rootKey, Instant.now());
    }

    private static X509CRL crl(
            X509Certificate issuer, KeyPair issuerKey, Instant revokedAt, X509Certificate... certificates) {
        try {
            JcaX509v2CRLBuilder crl = new JcaX509v2CRLBuilder(
                    issuer.getSubjectX500Principal(), Date.from(Instant.now().minusSeconds(60)));
            crl.setNextUpdate(Date.from(Instant.now().plus(Duration.ofDays(7))));
            for (X509Certificate certificate : certificates) {
                crl.addCRLEntry(certificate.getSerialNumber(), Date.from(revokedAt), CRLReason.cessationOfOperation);
            }
            crl.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer));
            crl.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
            return new JcaX509CRLConverter().getCRL(crl.build(signer(issuerKey)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A seal's key with its certificate. */
    public final class Seal {

        private final KeyPair key;
        private final X509Certificate certificate;

        private Seal(KeyPair key, X509Certificate certificate) {
            this.key = key;
            this.certificate = certificate;
        }

        public X509Certificate certificate() {
            return certificate;
        }

        public PrivateKey privateKey() {
            return key.getPrivate();
        }

        public SealSigner signer() {
            return new SealSigner(List.of(certificate, issuing, root), this::sign);
        }

        private byte[] sign(byte[] data) {
            try {
                Signature signature = Signature.getInstance(
                        "RSA".equals(key.getPrivate().getAlgorithm()) ? "SHA256withRSA" : "SHA256withECDSA");
                signature.initSign(key.getPrivate());
                signature.update(data);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(
            X500Name subject,
            KeyPair key,
            X500Name issuer,
            KeyPair issuerKey,
            boolean authority,
            Instant from,
            Instant until) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    key.getPublic());
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            authority
                                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                    : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    extensions.createAuthorityKeyIdentifier(issuerKey.getPublic()));
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer(issuerKey)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner signer(KeyPair key) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
    }
}
