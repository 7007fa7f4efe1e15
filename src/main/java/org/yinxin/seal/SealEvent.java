package org.yinxin.seal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;

/**
 * One thing that happened to a seal.
 *
 * @param version of the seal that it happened to
 * @param what happened
 * @param to where the seal stood afterwards
 * @param bureau for which an officer acted
 * @param personId who acted; not for the public
 * @param ground of a revocation; the revocation of the certificates tells it to everybody
 * @param reason why in the officer's words; for the owner and the bureaus, not for the public
 * @param entryId the ledger entry that records it
 */
public record SealEvent(
        Instant at,
        int version,
        SealStep what,
        SealStatus to,
        SealActor who,
        @Nullable Bureau bureau,
        @Nullable UUID personId,
        @Nullable RevocationGround ground,
        @Nullable String reason,
        @Nullable UUID entryId) {}
