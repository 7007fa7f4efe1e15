package org.yinxin.ledger.authority;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Locale;
import org.bouncycastle.util.BigIntegers;
import org.yinxin.shared.Digest;

/**
 * The public key that proves a mandate: a point of P-256 (FIPS 186-5, secp256r1), and how it signs.
 *
 * @param x the point's first coordinate, big-endian
 * @param y the point's second coordinate, big-endian
 */
public record AuthorityKey(KeyKind kind, Digest x, Digest y) {

    private static final ECParameterSpec P256 = p256();

    /** @throws IllegalArgumentException when the coordinates are no point of the curve */
    public AuthorityKey {
        if (!onCurve(BigIntegers.fromUnsignedByteArray(x.bytes()), BigIntegers.fromUnsignedByteArray(y.bytes()))) {
            throw new IllegalArgumentException("Not a point of P-256");
        }
    }

    /** @throws IllegalArgumentException when it is a key on another curve */
    public static AuthorityKey of(KeyKind kind, ECPublicKey key) {
        ECPoint point = key.getW();
        if (point.getAffineX().bitLength() > 256 || point.getAffineY().bitLength() > 256) {
            throw new IllegalArgumentException("Not a key on P-256");
        }
        return new AuthorityKey(kind, word(point.getAffineX()), word(point.getAffineY()));
    }

    public ECPublicKey publicKey() {
        try {
            ECPoint point = new ECPoint(
                    BigIntegers.fromUnsignedByteArray(x.bytes()), BigIntegers.fromUnsignedByteArray(y.bytes()));
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, P256));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    /** keccak256(abi.encode(kind, x, y)): what stands for the key in an application's digest. */
    public Digest digest() {
        return new AbiWords().uint(kind.onChain()).bytes32(x).bytes32(y).keccak();
    }

    /** The digest's first eight bytes in groups of four digits, for people to compare. */
    public String fingerprint() {
        return digest().hex().substring(2, 18).toUpperCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1 ");
    }

    private static boolean onCurve(BigInteger x, BigInteger y) {
        BigInteger p = ((ECFieldFp) P256.getCurve().getField()).getP();
        BigInteger right = x.modPow(BigInteger.valueOf(3), p)
                .add(P256.getCurve().getA().multiply(x))
                .add(P256.getCurve().getB());
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.multiply(y).mod(p).equals(right.mod(p));
    }

    private static Digest word(BigInteger coordinate) {
        return Digest.of(BigIntegers.asUnsignedByteArray(Digest.LENGTH, coordinate));
    }

    static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }
}
