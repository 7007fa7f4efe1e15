package org.yinxin.ledger.web3j;

import org.web3j.crypto.RawTransaction;
import org.yinxin.ledger.SigningWay;

/** Signs one party's transactions. */
interface TransactionSigner {

    SigningWay way();

    /**
     * The signed transaction in the bytes that nodes take (EIP-155).
     *
     * @throws org.yinxin.ledger.CouldNotSignException when there is no signature to be had now
     */
    byte[] sign(RawTransaction transaction, long chainId);
}
