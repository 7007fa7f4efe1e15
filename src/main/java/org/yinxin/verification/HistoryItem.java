package org.yinxin.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.Recording;
import org.yinxin.seal.SealEvent;
import org.yinxin.seal.SealStep;
import org.yinxin.shared.Bureau;

/**
 * One thing that happened to a seal, as the public may know it: no person, no reason.
 *
 * @param bureau for which an officer acted
 * @param recording how it stands on the chain; absent for what the chain does not record, such as time going by
 */
public record HistoryItem(
        Instant at,
        int version,
        SealStep what,
        @Nullable Bureau bureau,
        @Nullable Recording recording) {

    static HistoryItem of(SealEvent event, @Nullable Recording recording) {
        return new HistoryItem(event.at(), event.version(), event.what(), event.bureau(), recording);
    }
}
