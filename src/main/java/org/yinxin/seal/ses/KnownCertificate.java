package org.yinxin.seal.ses;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.KeyAlgorithm;
import org.yinxin.pki.Recent;

/** A certificate with what costs time to find out about it: its key made ready to verify, and who issued it. */
final class KnownCertificate {

    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = 64 * 1024;
    private static final int MOST = 2048;
    private static final int MOST_ISSUERS = 64;
    private static final BigInteger SM2_ORDER =
            GMNamedCurves.getByName("sm2p256v1").getN();

    private static final Map<ByteBuffer, KnownCertificate> KNOWN = Recent.map(MOST);

    private final X509Certificate certificate;
    private final boolean sm2;
    private final Queue<Signature> verifiers = new ArrayBlockingQueue<>(16);
    private final Map<X509Certificate, Boolean> issuers = new ConcurrentHashMap<>();

    private KnownCertificate(X509Certificate certificate) {
        this.certificate = certificate;
        this.sm2 = certificate.getPublicKey() instanceof ECPublicKey key
                && SM2_ORDER.equals(key.getParameters().getN());
    }

    /** Empty when the bytes are not exactly one readable certificate. */
    static Optional<KnownCertificate> of(byte[] encoded) {
        KnownCertificate known = KNOWN.get(ByteBuffer.wrap(encoded));
        if (known == null) {
            known = parse(encoded);
            if (known != null) {
                KNOWN.put(ByteBuffer.wrap(encoded.clone()), known);
            }
        }
        return Optional.ofNullable(known);
    }

    /** BouncyCastle reads parts of a certificate late: all that is needed is asked for here, where it may fail. */
    private static @Nullable KnownCertificate parse(byte[] encoded) {
        try {
            Encoded.bounded(encoded, LARGEST);
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                            .generateCertificate(new ByteArrayInputStream(encoded));
            certificate.getIssuerX500Principal();
            certificate.getSubjectX500Principal();
            certificate.getKeyUsage();
            certificate.checkValidity(certificate.getNotBefore());
            return Arrays.equals(certificate.getEncoded(), encoded) ? new KnownCertificate(certificate) : null;
        } catch (GeneralSecurityException | RuntimeException e) {
            return null;
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** Whether its key lies on SM2's curve: BouncyCastle would verify with keys of other curves too. */
    boolean isSm2() {
        return sm2;
    }

    /** Whether the certificate's key made this SM2 signature (DER) over the data. */
    boolean signed(byte[] data, byte[] signature) {
        if (!sm2) {
            return false;
        }
        try {
            Signature verifier = verifiers.poll();
            if (verifier == null) {
                verifier = KeyAlgorithm.SM2.signature();
                verifier.initVerify(certificate.getPublicKey());
            }
            verifier.update(data);
            boolean holds = verifier.verify(signature);
            verifiers.offer(verifier);
            return holds;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** Whether the key made this SM2 signature (DER) over this very digest, without Z or anything else. */
    boolean signedDigest(byte[] digest, byte[] signature) {
        try {
            ASN1Sequence numbers = ASN1Sequence.getInstance(signature);
            BigInteger r = ASN1Integer.getInstance(numbers.getObjectAt(0)).getPositiveValue();
            BigInteger s = ASN1Integer.getInstance(numbers.getObjectAt(1)).getPositiveValue();
            ECPublicKey key = (ECPublicKey) certificate.getPublicKey();
            BigInteger t = r.add(s).mod(SM2_ORDER);
            if (!sm2 || r.signum() == 0 || s.signum() == 0 || t.signum() == 0) {
                return false;
            }
            ECPoint sum = key.getParameters()
                    .getG()
                    .multiply(s)
                    .add(key.getQ().multiply(t))
                    .normalize();
            BigInteger e = new BigInteger(1, digest);
            return r.equals(e.add(sum.getAffineXCoord().toBigInteger()).mod(SM2_ORDER));
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** SM2's Z: what the default user id and the key contribute to a digest (GB/T 32918.2, 5.5). */
    byte[] z() {
        ECPublicKey key = (ECPublicKey) certificate.getPublicKey();
        SM3Digest sm3 = new SM3Digest();
        sm3.update((byte) (USER_ID.length * 8 >> 8));
        sm3.update((byte) (USER_ID.length * 8));
        sm3.update(USER_ID, 0, USER_ID.length);
        for (ECFieldElement element : List.of(
                key.getParameters().getCurve().getA(),
                key.getParameters().getCurve().getB(),
                key.getParameters().getG().normalize().getAffineXCoord(),
                key.getParameters().getG().normalize().getAffineYCoord(),
                key.getQ().normalize().getAffineXCoord(),
                key.getQ().normalize().getAffineYCoord())) {
            byte[] encoded = element.getEncoded();
            sm3.update(encoded, 0, encoded.length);
        }
        byte[] z = new byte[sm3.getDigestSize()];
        sm3.doFinal(z, 0);
        return z;
    }

    boolean issuedBy(X509Certificate issuer) {
        if (issuers.size() > MOST_ISSUERS) {
            issuers.clear();
        }
        return issuers.computeIfAbsent(issuer, this::verify);
    }

    private boolean verify(X509Certificate issuer) {
        try {
            if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                return false;
            }
            PublicKey key = issuer.getPublicKey();
            certificate.verify(key, BouncyCastle.PROVIDER);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
