package org.yinxin.ledger;

/** A node did not take a transaction into its pool, and said why. */
public class TransactionRejectedException extends RuntimeException {

    public TransactionRejectedException(String reason) {
        super(reason);
    }
}
