package org.yinxin.verification.document;

import java.time.Instant;
import java.util.List;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/**
 * What the books say of the seal that a signature names.
 *
 * @param inForce whether it can be used now
 * @param state the key of its present state's word
 * @param interruptions when it could not be used, oldest first
 */
record SealFacts(
        SealNumber number,
        String owner,
        Digest onChain,
        boolean inForce,
        String state,
        Instant validFrom,
        Instant validTo,
        List<Interruption> interruptions) {

    /** A time in which the seal was not in force; open at its end while that lasts. */
    record Interruption(Instant from, Instant until) {

        boolean covers(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /** Whether there was any moment of this span, ends included, in which the seal was in force. */
    boolean wasInForceWithin(Instant from, Instant until) {
        return !until.isBefore(validFrom)
                && !from.isAfter(validTo)
                && interruptions.stream()
                        .noneMatch(interruption -> interruption.covers(from) && interruption.covers(until));
    }

    boolean wasInForceAt(Instant moment) {
        return !moment.isBefore(validFrom)
                && !moment.isAfter(validTo)
                && interruptions.stream().noneMatch(interruption -> interruption.covers(moment));
    }
}
