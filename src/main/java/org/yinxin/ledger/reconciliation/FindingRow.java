package org.yinxin.ledger.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is kept.
 *
 * @param mended when a comparison no longer found it; absent while it holds
 */
public record FindingRow(
        long id,
        Finding finding,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant mended) {}
