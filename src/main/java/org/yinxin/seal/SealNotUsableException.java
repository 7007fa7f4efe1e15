package org.yinxin.seal;

import org.yinxin.shared.SealNumber;

/** The seal cannot be used now: not active, outside its period, or the chain has not caught up with it. */
public class SealNotUsableException extends RuntimeException {

    private final SealNumber number;
    private final SealStatus status;

    SealNotUsableException(SealNumber number, SealStatus status) {
        super("Seal %s cannot be used, it is %s".formatted(number, status));
        this.number = number;
        this.status = status;
    }

    public SealNumber number() {
        return number;
    }

    public SealStatus status() {
        return status;
    }
}
