package org.yinxin.ledger;

/** A node did not take a transaction into its pool, and said why. */
public class TransactionRejectedException extends RuntimeException {

    private final Rejection rejection;

    /** @param said the node's own words */
    public TransactionRejectedException(Rejection rejection, String said) {
        super(said);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
