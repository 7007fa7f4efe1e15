package org.yinxin.mandate;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/**
 * A withdrawal as it is signed.
 *
 * @param by the mandate whose key signs: one above the withdrawn mandate, or itself when its holder gives it up
 * @param salt keeps the reason's commitment on the chain from being guessed open
 * @param entry the ledger entry that will carry it
 */
public record Withdrawal(UUID mandate, UUID by, String reason, Salt salt, UUID entry, Instant expiry) {

    /** What the chain holds of the reason. */
    Digest commitment() {
        return Commitment.of(salt, reason);
    }

    /** Whether the holder gives it up. */
    public boolean givenUp() {
        return mandate.equals(by);
    }
}
