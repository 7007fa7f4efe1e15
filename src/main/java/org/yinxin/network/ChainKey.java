package org.yinxin.network;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.jcajce.provider.digest.Keccak;
import org.bouncycastle.util.BigIntegers;

/** A secp256k1 key, of a node or of an account. */
final class ChainKey {

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");

    private final BigInteger secret;

    private ChainKey(BigInteger secret) {
        this.secret = secret;
    }

    static ChainKey draw(SecureRandom random) {
        return new ChainKey(
                BigIntegers.createRandomInRange(BigInteger.ONE, CURVE.getN().subtract(BigInteger.ONE), random));
    }

    /** The key written by {@link #hex()}. */
    static ChainKey parse(String hex) {
        return new ChainKey(new BigInteger(hex.strip().replaceFirst("^0x", ""), 16));
    }

    /** The secret as Besu reads it from a file. */
    String hex() {
        return "0x" + HexFormat.of().formatHex(bytes());
    }

    byte[] bytes() {
        return BigIntegers.asUnsignedByteArray(32, secret);
    }

    /** The public point, x and y, 64 bytes. */
    byte[] publicKey() {
        byte[] encoded = CURVE.getG().multiply(secret).normalize().getEncoded(false);
        return Arrays.copyOfRange(encoded, 1, encoded.length);
    }

    /** The account's or validator's address, 20 bytes. */
    byte[] address() {
        byte[] hash = new Keccak.Digest256().digest(publicKey());
        return Arrays.copyOfRange(hash, 12, 32);
    }

    String addressHex() {
        return "0x" + HexFormat.of().formatHex(address());
    }

    String enode(String host) {
        return "enode://" + HexFormat.of().formatHex(publicKey()) + "@" + host + ":30303";
    }
}
