package org.yinxin.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** The two numbers of an ECDSA signature on P-256, as browsers (IEEE P1363) and everybody else (X.962, DER) write them. */
record EcdsaValue(BigInteger r, BigInteger s) {

    private static final int RAW = 64;
    private static final BigInteger ORDER =
            SECNamedCurves.getByName("secp256r1").getN();

    /** @throws IllegalArgumentException when it is neither */
    static EcdsaValue read(byte[] signature) {
        // DER has this length only if both numbers lost bytes in front: 1 in 2^16 signatures.
        return signature.length == RAW && !isDer(signature) ? raw(signature) : der(signature);
    }

    private static boolean isDer(byte[] signature) {
        try {
            der(signature);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static EcdsaValue raw(byte[] signature) {
        return new EcdsaValue(
                new BigInteger(1, Arrays.copyOf(signature, RAW / 2)),
                new BigInteger(1, Arrays.copyOfRange(signature, RAW / 2, RAW)));
    }

    private static EcdsaValue der(byte[] signature) {
        try {
            BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(ORDER, signature);
            return new EcdsaValue(numbers[0], numbers[1]);
        } catch (IOException | ArithmeticException | IllegalStateException | ClassCastException e) {
            throw new IllegalArgumentException("Not an ECDSA signature", e);
        }
    }
}
