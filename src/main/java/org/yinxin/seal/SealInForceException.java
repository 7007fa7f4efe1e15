package org.yinxin.seal;

import org.yinxin.application.ApprovalOvertakenException;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.Uscc;

/** The enterprise, or the physical seal, has an e-seal in force already. */
public class SealInForceException extends ApprovalOvertakenException {

    private final Uscc uscc;
    private final SealCode physicalSeal;

    SealInForceException(Uscc uscc, SealCode physicalSeal, Throwable cause) {
        super("The enterprise %s or the physical seal %s has a seal in force".formatted(uscc, physicalSeal), cause);
        this.uscc = uscc;
        this.physicalSeal = physicalSeal;
    }

    public Uscc uscc() {
        return uscc;
    }

    public SealCode physicalSeal() {
        return physicalSeal;
    }
}
