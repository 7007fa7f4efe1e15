package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.proof.SignerRecovery;

/** Finds the account behind a signature with Web3j's arithmetic. */
public final class Secp256k1Recovery implements SignerRecovery {

    @Override
    public byte[] signer(byte[] hash, BigInteger r, BigInteger s, int parity) {
        if (parity < 0 || parity > 1 || outside(r) || outside(s)) {
            throw new IllegalArgumentException("No signature on secp256k1");
        }
        BigInteger key = Sign.recoverFromSignature(parity, new ECDSASignature(r, s), hash);
        if (key == null) {
            throw new IllegalArgumentException("No point of secp256k1");
        }
        return Numeric.hexStringToByteArray(Keys.getAddress(key));
    }

    private static boolean outside(BigInteger value) {
        return value.signum() <= 0 || value.compareTo(Sign.CURVE_PARAMS.getN()) >= 0;
    }
}
