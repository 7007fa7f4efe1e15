package org.yinxin.seal;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.application.ApplicantKey;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/**
 * A key that is, was or shall be the root of all authority over a seal.
 *
 * @param mandate the random identifier of its mandate on the chain
 * @param key the legal representative's, as the three bureaus approved it
 * @param personId whose it is
 * @param entryId the ledger entry that brought it to the chain
 */
public record SealRoot(
        Digest mandate,
        SealNumber number,
        ApplicantKey key,
        UUID personId,
        UUID applicationId,
        UUID entryId,
        State state,
        Instant plantedAt) {

    /** How the chain answered. */
    public enum State {
        PENDING,
        IN_FORCE,
        REFUSED,
        REPLACED
    }
}
