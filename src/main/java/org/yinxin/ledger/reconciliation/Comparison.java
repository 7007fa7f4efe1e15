package org.yinxin.ledger.reconciliation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of database and chain.
 *
 * @param complete whether everything is compared, or only what came since the comparison before
 * @param from the first block, once it is known, as is {@code to}, the last
 * @param at how far it has come
 * @param outcome absent while it waits or runs
 * @param reason why nothing could be said
 */
public record Comparison(
        long id,
        boolean complete,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Long from,
        @Nullable Long to,
        @Nullable Long at,
        @Nullable Outcome outcome,
        @Nullable String reason,
        @Nullable Instant endedAt) {

    /** How it ended. */
    public enum Outcome {
        COMPARED,
        /** Too few nodes answered, or they contradict each other; this says nothing about the record. */
        NOT_COMPARED
    }

    public boolean running() {
        return endedAt == null;
    }

    /** How much of it is behind, in hundredths. */
    public int percent() {
        if (from == null || to == null || at == null || to <= from) {
            return 0;
        }
        return Math.clamp((at - from) * 100 / (to - from), 0, 100);
    }

    /** How long it took; 0 while it runs. */
    public long seconds() {
        return startedAt == null || endedAt == null
                ? 0
                : Duration.between(startedAt, endedAt).toSeconds();
    }
}
