package org.yinxin.ledger.proof.book;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root, and somebody whom it certified to sign. */
record TestSigner(X509Certificate root, X509Certificate certificate, PrivateKey key) {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final String ROOT = "C=CN,O=Test Platform,CN=Test Root";

    static TestSigner platform() {
        return of("C=CN,O=Test Platform,CN=Test Statements", KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
    }

    /** An enterprise whose seal the same root certified. */
    static TestSigner enterprise() {
        return of(
                "C=CN,O=Test Platform,2.5.4.97=NTRCN-91330106MA2AB3CD4X,CN=Enterprise",
                KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
    }

    /** A responder or time stamper of the platform. */
    static TestSigner responder() {
        return of("C=CN,O=Test Platform,CN=Test Responder", KeyUsage.digitalSignature);
    }

    private static TestSigner of(String subject, int usage) {
        try {
            KeyPair rootKey = pair();
            KeyPair key = pair();
            X509Certificate root =
                    certificate(ROOT, rootKey, rootKey.getPrivate(), KeyUsage.keyCertSign | KeyUsage.cRLSign, true);
            return new TestSigner(
                    root, certificate(subject, key, rootKey.getPrivate(), usage, false), key.getPrivate());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign(byte[] content) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setProvider(PROVIDER)
                    .build("SHA256withECDSA", key, certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate, root)));
            return generator.generate(new CMSProcessableByteArray(content)).getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            String subject, KeyPair key, PrivateKey signer, int usage, boolean authority) throws Exception {
        Instant from = Instant.now().minus(Duration.ofDays(1));
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name(ROOT),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(from),
                Date.from(from.plus(Duration.ofDays(400))),
                new X500Name(subject),
                key.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        return new JcaX509CertificateConverter()
                .setProvider(PROVIDER)
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(PROVIDER)
                        .build(signer)));
    }
}
