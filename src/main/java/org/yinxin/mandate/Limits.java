package org.yinxin.mandate;

import java.time.Instant;

/**
 * What a mandate is limited to; which kinds of documents stands beside it.
 *
 * @param uses how many it allows; 0 for any number
 * @param delegable whether its holder may give mandates
 */
public record Limits(Instant validFrom, Instant validTo, int uses, boolean delegable) {

    /** A root has no period of its own: it ends with its seal, or when another key takes its place. */
    static final Limits OF_ROOTS = new Limits(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"), 0, true);

    public boolean counted() {
        return uses > 0;
    }

    /** Whether the period has begun and not ended. */
    public boolean covers(Instant now) {
        return !now.isBefore(validFrom) && !isOver(now);
    }

    public boolean isOver(Instant now) {
        return now.isAfter(validTo);
    }
}
