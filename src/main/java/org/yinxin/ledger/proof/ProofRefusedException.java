package org.yinxin.ledger.proof;

/** A proof does not hold. */
public final class ProofRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProofFlaw flaw;

    ProofRefusedException(ProofFlaw flaw, String what) {
        super(flaw + ": " + what);
        this.flaw = flaw;
    }

    public ProofFlaw flaw() {
        return flaw;
    }
}
