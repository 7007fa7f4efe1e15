package org.yinxin.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.tsp.TokenMaker;

/**
 * A root of its own with one certificate below it, in memory.
 *
 * @param key of the certificate
 */
public record TestAuthority(
        KeyAlgorithm algorithm, X509Certificate root, PrivateKey rootKey, X509Certificate certificate, PrivateKey key) {

    private static final Duration BACK = Duration.ofDays(365 * 10L);

    /** One that may stamp time. */
    public static TestAuthority stamping(TimeStampFamily family) {
        return of(family.algorithm(), KeyPurposeId.id_kp_timeStamping);
    }

    /** One whose certificate does not say that it may stamp time. */
    public static TestAuthority withoutPurpose(TimeStampFamily family) {
        return of(family.algorithm(), null);
    }

    private static TestAuthority of(KeyAlgorithm algorithm, @Nullable KeyPurposeId purpose) {
        try {
            KeyPair rootKey = algorithm.draw();
            KeyPair key = algorithm.draw();
            X500Name rootName = new X500Name("C=CN,O=Test,CN=Test Time Root " + algorithm);
            X500Name name = new X500Name("C=CN,O=Test,CN=Test Time Stamps " + algorithm);
            X509Certificate root =
                    certificate(algorithm, rootName, rootName, rootKey, rootKey.getPrivate(), true, null);
            X509Certificate leaf = certificate(algorithm, rootName, name, key, rootKey.getPrivate(), false, purpose);
            return new TestAuthority(algorithm, root, rootKey.getPrivate(), leaf, key.getPrivate());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public TokenMaker maker(ASN1ObjectIdentifier policy) {
        TimeStampFamily family = TimeStampFamily.valueOf(algorithm.name());
        return new TokenMaker(family, List.of(certificate, root), policy);
    }

    /** A fresh one with the certificate's key. */
    public ContentSigner signer() {
        return new CustodySigner(algorithm, data -> sign(algorithm, key, data));
    }

    /** The root's list, on which nobody stands. */
    public X509CRL list() {
        try {
            X509v2CRLBuilder list = new X509v2CRLBuilder(
                    X500Name.getInstance(root.getSubjectX500Principal().getEncoded()), new Date());
            list.setNextUpdate(Date.from(Instant.now().plus(Duration.ofDays(30))));
            return new JcaX509CRLConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCRL(list.build(new CustodySigner(algorithm, data -> sign(algorithm, rootKey, data))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(
            KeyAlgorithm algorithm,
            X500Name issuer,
            X500Name subject,
            KeyPair key,
            PrivateKey signer,
            boolean ca,
            @Nullable KeyPurposeId purpose)
            throws Exception {
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded());
        Instant from = Instant.now().minus(BACK);
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new SecureRandom()).setBit(120),
                Date.from(from),
                Date.from(from.plus(BACK.multipliedBy(3))),
                subject,
                info);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(ca ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new BcX509ExtensionUtils().createSubjectKeyIdentifier(info));
        if (purpose != null) {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        }
        return new JcaX509CertificateConverter()
                .setProvider(BouncyCastle.PROVIDER)
                .getCertificate(builder.build(new CustodySigner(algorithm, data -> sign(algorithm, signer, data))));
    }

    private static byte[] sign(KeyAlgorithm algorithm, PrivateKey key, byte[] data) {
        try {
            Signature signature = algorithm.signature();
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "TestAuthority[" + algorithm + "]";
    }
}
