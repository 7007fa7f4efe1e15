package org.yinxin.ledger.proof;

import java.math.BigInteger;

/** Finds the account that made a signature on secp256k1 (SEC 1, 4.1.6). */
@FunctionalInterface
public interface SignerRecovery {

    /**
     * @param hash 32 bytes, what was signed
     * @param parity 0 or 1, which of the two points
     * @return the account's address, 20 bytes
     * @throws IllegalArgumentException when no account can have made it
     */
    byte[] signer(byte[] hash, BigInteger r, BigInteger s, int parity);
}
