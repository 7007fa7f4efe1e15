package org.yinxin.sealing.pdf;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.KeyAlgorithm;
import org.yinxin.seal.ses.GmSigner;
import org.yinxin.seal.ses.SealContent;
import org.yinxin.seal.ses.SealPicture;
import org.yinxin.seal.ses.SealWriter;

/** A seal of the Chinese profile with its SM2 key, its maker and the authority above both. */
public final class TestGmSeal {

    private static final Instant BIRTH =
            Instant.now().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    private static final Instant END = BIRTH.plus(Duration.ofDays(900));

    private final KeyPair rootKey = draw();
    private final KeyPair makerKey = draw();
    private final KeyPair key = draw();
    private final X509Certificate root = certificate("GM Root", rootKey, true);
    private final X509Certificate maker = certificate("GM Maker", makerKey, false);
    private final X509Certificate certificate;
    private final byte[] file;

    public TestGmSeal(String owner) {
        certificate = certificate(owner, key, false);
        file = SealWriter.write(
                new SealContent(
                        4,
                        "Yinxin",
                        "33010800000001",
                        1,
                        owner,
                        new SealContent.SignerList.Certificates(List.of(encoded(certificate))),
                        BIRTH,
                        BIRTH,
                        END,
                        new SealPicture("png", PdfFixtures.imprint().png(), 40, 40)),
                encoded(maker),
                data -> sign(makerKey, data));
    }

    /** Certifies the maker and the signer. */
    public X509Certificate root() {
        return root;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The seal structure, DER. */
    public byte[] file() {
        return file.clone();
    }

    public GmSigner signer() {
        return new GmSigner(file, certificate, data -> sign(key, data));
    }

    private X509Certificate certificate(String name, KeyPair subject, boolean authority) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=GM Root,C=CN"),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(BIRTH),
                    Date.from(END),
                    new X500Name("CN=" + name + ",C=CN"),
                    subject.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SM3withSM2")
                            .setProvider(BouncyCastle.PROVIDER)
                            .build(rootKey.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair draw() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(KeyPair key, byte[] data) {
        try {
            Signature signature = KeyAlgorithm.SM2.signature();
            signature.initSign(key.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
