package org.yinxin.ledger.web3j;

import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.yinxin.ledger.SigningWay;

/** Signs with a key at hand. */
record KeySigner(Credentials key) implements TransactionSigner {

    @Override
    public SigningWay way() {
        return SigningWay.KEYSTORE;
    }

    @Override
    public byte[] sign(RawTransaction transaction, long chainId) {
        return TransactionEncoder.signMessage(transaction, chainId, key);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "KeySigner[" + key.getAddress() + "]";
    }
}
