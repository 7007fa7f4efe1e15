package org.yinxin.mandate;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a mandate came and went, and the ledger entries that say so.
 *
 * @param givenEntryId drawn before it is signed, as the signature covers it
 * @param refusal the contract's reason, when it refused the giving or the withdrawal
 */
@Embeddable
record MandateCourse(
        @Nullable UUID givenEntryId,
        @Nullable UUID withdrawalEntryId,
        @Nullable String refusal,
        Instant createdAt,
        @Nullable Instant recordedAt,
        @Nullable Instant endedAt) {

    static MandateCourse begun(Instant now) {
        return new MandateCourse(null, null, null, now, null, null);
    }

    MandateCourse toBeGiven() {
        return new MandateCourse(UUID.randomUUID(), withdrawalEntryId, refusal, createdAt, recordedAt, endedAt);
    }

    MandateCourse recorded(@Nullable UUID entry, Instant now) {
        return new MandateCourse(entry, withdrawalEntryId, refusal, createdAt, now, endedAt);
    }

    MandateCourse withdrawn(@Nullable UUID entry) {
        return new MandateCourse(givenEntryId, entry, null, createdAt, recordedAt, endedAt);
    }

    MandateCourse answered(@Nullable String reason) {
        return new MandateCourse(givenEntryId, withdrawalEntryId, reason, createdAt, recordedAt, endedAt);
    }

    MandateCourse ended(@Nullable Instant at) {
        return new MandateCourse(givenEntryId, withdrawalEntryId, refusal, createdAt, recordedAt, at);
    }
}
