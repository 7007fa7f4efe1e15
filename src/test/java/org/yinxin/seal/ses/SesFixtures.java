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
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.KeyAlgorithm;

/** A maker, its issuer and a signer with keys of their own, and seals made by them. */
final class SesFixtures {

    static final Instant MADE = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant SIGNED = Instant.parse("2026-05-04T08:09:10Z");
    static final Instant UNTIL = Instant.parse("2029-03-01T00:00:00Z");

    final KeyPair issuerKey = draw("sm2p256v1");
    final KeyPair makerKey = draw("sm2p256v1");
    final KeyPair signerKey = draw("sm2p256v1");
    final KeyPair timeStampKey = draw("sm2p256v1");
    final X509Certificate issuer = certificate(
            "Issuer", issuerKey, issuerKey, "Issuer", Extension.basicConstraints, new BasicConstraints(true));
    final X509Certificate maker = certificate("Maker", makerKey, issuerKey, "Issuer");
    final X509Certificate signer = certificate("Signer", signerKey, issuerKey, "Issuer");
    final X509Certificate timeStamper = certificate(
            "Clock",
            timeStampKey,
            issuerKey,
            "Issuer",
            Extension.extendedKeyUsage,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));

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

    byte[] signature(SignatureContent content) {
        return SignatureWriter.write(content, data -> sign(signerKey, data), null);
    }

    SignatureContent use(byte[] data) {
        return new SignatureContent(
                4,
                seal(content()),
                SIGNED,
                Sm3.digest(data),
                "/Doc_0/Signs/Sign_0/Signature.xml",
                List.of(),
                encoded(signer));
    }

    /** An RFC 3161 token over an SM3 digest, by the authority of these people. */
    byte[] timeStamp(byte[] digest, Instant at) {
        try {
            TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .setProvider(BouncyCastle.PROVIDER)
                            .build("SM3withSM2", timeStampKey.getPrivate(), timeStamper),
                    new JcaDigestCalculatorProviderBuilder()
                            .setProvider(BouncyCastle.PROVIDER)
                            .build()
                            .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                    new ASN1ObjectIdentifier("1.2.3.4"));
            generator.addCertificates(new JcaCertStore(List.of(timeStamper)));
            TimeStampRequestGenerator request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            return generator
                    .generate(request.generate(GMObjectIdentifiers.sm3, digest), BigInteger.ONE, Date.from(at))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate certificate(String name, KeyPair key, KeyPair issuerKey, String issuer) {
        return certificate(name, key, issuerKey, issuer, null, null);
    }

    static X509Certificate certificate(
            String name,
            KeyPair key,
            KeyPair issuerKey,
            String issuer,
            @Nullable ASN1ObjectIdentifier extension,
            @Nullable ASN1Encodable value) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + issuer),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(MADE.minusSeconds(3600)),
                    Date.from(UNTIL.plusSeconds(3600)),
                    new X500Name("CN=" + name),
                    key.getPublic());
            if (extension != null) {
                builder.addExtension(extension, true, value);
            }
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SM3withSM2")
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
