package org.yinxin.ledger.proof.book;

/** A statement of a use book does not hold. */
public final class StatementRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StatementFlaw flaw;

    StatementRefusedException(StatementFlaw flaw, String what) {
        super(flaw + ": " + what);
        this.flaw = flaw;
    }

    public StatementFlaw flaw() {
        return flaw;
    }
}
