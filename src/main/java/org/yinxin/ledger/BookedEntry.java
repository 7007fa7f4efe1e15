package org.yinxin.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;

/**
 * An entry and its newest receipt exactly as the database holds them, whether or not they are true.
 *
 * @param entry what the payload says; absent when it cannot be read as an entry any more
 * @param receipt absent when there is none
 */
public record BookedEntry(
        UUID id,
        EntryKind kind,
        Party sender,
        @Nullable Digest seal,
        @Nullable LedgerEntry entry,
        Recording.Status status,
        @Nullable String refusal,
        Instant createdAt,
        @Nullable Receipt receipt) {

    public boolean pending() {
        return status == Recording.Status.WAITING || status == Recording.Status.SENT;
    }
}
