package org.yinxin.application;

import org.jspecify.annotations.Nullable;

/** What a third approval would bring about cannot happen any more; thrown by whoever should bring it about. */
public class ApprovalOvertakenException extends RuntimeException {

    protected ApprovalOvertakenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
