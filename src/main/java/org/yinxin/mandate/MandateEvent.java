package org.yinxin.mandate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a mandate.
 *
 * @param personId who acted; nobody where the chain answered or time went by
 * @param reason in the words of who acted, or the chain's
 * @param entryId the ledger entry that records it
 */
public record MandateEvent(
        Instant at,
        MandateStep step,
        MandateActor who,
        @Nullable UUID personId,
        @Nullable String reason,
        @Nullable UUID entryId) {}
