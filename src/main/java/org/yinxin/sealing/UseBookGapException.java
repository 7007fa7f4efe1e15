package org.yinxin.sealing;

import org.yinxin.shared.SealNumber;

/** A use book does not follow one entry by the next, so no statement is made of it. */
public class UseBookGapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UseBookGapException(SealNumber seal, String gap) {
        super("The use book of " + seal + " has a gap: " + gap);
    }
}
