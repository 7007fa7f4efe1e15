package org.yinxin.seal;

import org.yinxin.application.ApprovalOvertakenException;
import org.yinxin.shared.SealNumber;

/** The seal for which another key was approved is not in force any more, or not in the version that was looked at. */
public class SealOvertakenException extends ApprovalOvertakenException {

    private final SealNumber number;

    SealOvertakenException(SealNumber number) {
        super("No other key is put at the root of seal " + number, null);
        this.number = number;
    }

    public SealNumber number() {
        return number;
    }
}
