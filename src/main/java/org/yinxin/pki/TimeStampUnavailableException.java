package org.yinxin.pki;

import org.jspecify.annotations.Nullable;

/** No time-stamp authority of this family gave a token that holds. */
public class TimeStampUnavailableException extends RuntimeException {

    private final TimeStampFamily family;

    public TimeStampUnavailableException(TimeStampFamily family, String reason, @Nullable Throwable cause) {
        super("No time stamp of the family " + family + " could be had: " + reason, cause);
        this.family = family;
    }

    public TimeStampFamily family() {
        return family;
    }
}
