package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import org.web3j.crypto.RawTransaction;

/**
 * Transactions on a chain that charges nothing: of the oldest type, which every node takes, with a gas price of zero, which
 * stands for both fees of EIP-1559 as well.
 */
final class FreeTransactions {

    private FreeTransactions() {}

    static RawTransaction creation(long nonce, Calls.Call creation) {
        return RawTransaction.createContractTransaction(
                BigInteger.valueOf(nonce),
                BigInteger.ZERO,
                BigInteger.valueOf(creation.gas()),
                BigInteger.ZERO,
                creation.data());
    }

    static RawTransaction call(long nonce, String contract, Calls.Call call) {
        return RawTransaction.createTransaction(
                BigInteger.valueOf(nonce), BigInteger.ZERO, BigInteger.valueOf(call.gas()), contract, call.data());
    }
}
