package org.yinxin.ledger.reconciliation;

/** Too few nodes answered, or they contradict each other: nothing can be said, and nothing is found. */
public final class NotComparedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotComparedException(String reason) {
        super(reason);
    }
}
