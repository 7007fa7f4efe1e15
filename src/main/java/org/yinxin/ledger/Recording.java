package org.yinxin.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an entry has come.
 *
 * @param receipt once the chain has taken or refused it by an event
 * @param refusal the contract's reason, when it refused the entry
 * @param settledAt when it was recorded or refused
 */
public record Recording(
        UUID entryId,
        EntryKind kind,
        Party sender,
        Status status,
        @Nullable Receipt receipt,
        @Nullable String refusal,
        Instant createdAt,
        @Nullable Instant settledAt) {

    /** The stages of an entry. */
    public enum Status {
        /** Committed in the database. */
        WAITING,
        /** Signed and on its way. */
        SENT,
        /** On the chain. */
        RECORDED,
        /** The contract did not take it. */
        REFUSED
    }

    public boolean pending() {
        return status == Status.WAITING || status == Status.SENT;
    }
}
