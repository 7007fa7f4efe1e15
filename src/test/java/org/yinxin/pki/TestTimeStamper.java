package org.yinxin.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.yinxin.pki.tsp.TokenMaker;

/** A time-stamp authority in memory: for each family a root of its own and a certificate below it that stamps. */
public final class TestTimeStamper implements TimeStamper {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.25.1.2");
    private static final Duration BACK = Duration.ofDays(365 * 10L);
    private static final Map<TimeStampFamily, Authority> AUTHORITIES = new EnumMap<>(TimeStampFamily.class);

    static {
        for (TimeStampFamily family : TimeStampFamily.values()) {
            AUTHORITIES.put(family, Authority.make(family));
        }
    }

    private final Supplier<Instant> time;
    private final AtomicLong serial = new AtomicLong(System.nanoTime());
    private volatile boolean down;

    public TestTimeStamper() {
        this(Instant::now);
    }

    /** @param time what the tokens say */
    public TestTimeStamper(Supplier<Instant> time) {
        this.time = time;
    }

    @Override
    public byte[] token(TimeStampFamily family, byte[] digest) {
        if (down) {
            throw new TimeStampUnavailableException(family, "switched off by the test", null);
        }
        return AUTHORITIES.get(family).token(digest, BigInteger.valueOf(serial.incrementAndGet()), time.get());
    }

    /** From now on there is an outage, or there is none any more. */
    public void down(boolean down) {
        this.down = down;
    }

    /** The trust anchor of the family's tokens. */
    public static X509Certificate root(TimeStampFamily family) {
        return AUTHORITIES.get(family).root();
    }

    /** Of who signs the family's tokens. */
    public static X509Certificate certificate(TimeStampFamily family) {
        return AUTHORITIES.get(family).certificate();
    }

    private record Authority(
            TimeStampFamily family,
            X509Certificate root,
            X509Certificate certificate,
            PrivateKey key,
            TokenMaker maker) {

        static Authority make(TimeStampFamily family) {
            try {
                KeyPair rootKey = family.algorithm().draw();
                KeyPair key = family.algorithm().draw();
                X500Name rootName = new X500Name("C=CN,O=Test,CN=Test Time Root " + family);
                X500Name name = new X500Name("C=CN,O=Test,CN=Test Time Stamps " + family);
                X509Certificate root = certificate(family, rootName, rootName, rootKey, rootKey.getPrivate(), true);
                X509Certificate leaf = certificate(family, rootName, name, key, rootKey.getPrivate(), false);
                TokenMaker maker = new TokenMaker(family, List.of(leaf, root), POLICY);
                return new Authority(family, root, leaf, key.getPrivate(), maker);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private static X509Certificate certificate(
                TimeStampFamily family, X500Name issuer, X500Name subject, KeyPair key, PrivateKey signer, boolean ca)
                throws Exception {
            SubjectPublicKeyInfo info =
                    SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded());
            Instant from = Instant.now().minus(BACK);
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuer,
                    new BigInteger(120, new java.security.SecureRandom()).setBit(120),
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
            if (!ca) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(
                            builder.build(new CustodySigner(family.algorithm(), data -> sign(family, signer, data))));
        }

        byte[] token(byte[] digest, BigInteger serial, Instant time) {
            TimeStampRequestGenerator request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            return maker.token(
                    request.generate(family.digest(), digest),
                    serial,
                    time,
                    new CustodySigner(family.algorithm(), data -> sign(family, key, data)));
        }

        private static byte[] sign(TimeStampFamily family, PrivateKey key, byte[] data) {
            try {
                Signature signature = family.algorithm().signature();
                signature.initSign(key);
                signature.update(data);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
