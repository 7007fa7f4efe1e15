package org.yinxin.mandate;

/** No contract is known yet, so nothing can be signed for it. */
public class LedgerNotReadyException extends RuntimeException {

    LedgerNotReadyException() {
        super("The ledger has no contract yet");
    }
}
