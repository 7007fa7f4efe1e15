package org.yinxin.mandate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Salt;

/**
 * Who moves a mandate on and why.
 *
 * @param personId none where the chain or the platform acts
 * @param salt opens the commitment to the reason on the chain
 * @param entryId the ledger entry that records it; none where the chain has no part in it
 */
record MandateMove(
        @Nullable UUID personId,
        @Nullable String reason,
        @Nullable Salt salt,
        @Nullable UUID entryId) {

    static MandateMove by(UUID personId) {
        return new MandateMove(personId, null, null, null);
    }

    static MandateMove onChain(@Nullable UUID personId, UUID entryId) {
        return new MandateMove(personId, null, null, entryId);
    }

    static MandateMove platform(@Nullable String reason) {
        return new MandateMove(null, reason, null, null);
    }
}
