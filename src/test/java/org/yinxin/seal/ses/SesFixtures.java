package org.yinxin.seal.ses;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.KeyAlgorithm;

/** A maker, its issuer and a signer with keys of their own, and seals made by them. */
final class SesFixtures {

    static final Instant MADE = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2029-03-01T00:00:00Z");

    final KeyPair issuerKey = draw("sm2p256v1");
    final KeyPair makerKey = draw("sm2p256v1");
    final X509Certificate issuer = certificate("Issuer", issuerKey, issuerKey, "Issuer");
    final X509Certificate maker = certificate("Maker", makerKey, issuerKey, "Issuer");
    final X509Certificate signer = certificate("Signer", draw("sm2p256v1"), issuerKey, "Issuer");

    SealContent content() {
        return new SealContent(
                4,
                "Yinxin",
                "33010800000001",
                1,
                "杭州测试科技有限公司",
                new SealContent.SignerList.Certificates(List.of(encoded(signer))),
                MADE,
                MADE,
                UNTIL,
                new SealPicture("png", new byte[] {1, 2, 3}, 40, 40));
    }

    byte[] seal(SealContent content) {
        return SealWriter.write(content, encoded(maker), data -> sign(makerKey, data));
    }

    static KeyPair draw(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sign(KeyPair key, byte[] data) {
        try {
            Signature signature = KeyAlgorithm.SM2.signature();
            signature.initSign(key.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate certificate(String name, KeyPair key, KeyPair issuerKey, String issuer) {
        try {
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    new X500Name("CN=" + issuer),
                                    BigInteger.valueOf(System.nanoTime()),
                                    Date.from(MADE.minusSeconds(3600)),
                                    Date.from(UNTIL.plusSeconds(3600)),
                                    new X500Name("CN=" + name),
                                    key.getPublic())
                            .build(new JcaContentSignerBuilder("SM3withSM2")
                                    .setProvider(BouncyCastle.PROVIDER)
                                    .build(issuerKey.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
