package org.yinxin.seal;

import org.yinxin.shared.SealNumber;

/** A seal's life does not go that way from where it stands, or not before the chain has caught up. */
public class IllegalSealStepException extends RuntimeException {

    private final SealNumber number;
    private final SealStatus status;
    private final SealStep step;

    IllegalSealStepException(SealNumber number, SealStatus status, SealStep step) {
        super("Seal %s is %s: %s is not possible".formatted(number, status, step));
        this.number = number;
        this.status = status;
        this.step = step;
    }

    public SealNumber number() {
        return number;
    }

    public SealStatus status() {
        return status;
    }

    public SealStep step() {
        return step;
    }
}
