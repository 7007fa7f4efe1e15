package org.yinxin.sealing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.authority.MarkKind;

/**
 * A word on an earlier use, as pages show it. The reason is the owner's and the bureau's own: never on a public page.
 *
 * @param entryId the ledger entry that records it
 * @param party who speaks: a bureau or the court, or the platform for the holder of a mandate
 * @param status how far it has come
 * @param number in the use book, given by the chain
 * @param refusal why the chain did not take it
 */
public record MarkView(
        UUID entryId,
        MarkKind mark,
        Party party,
        String reason,
        Status status,
        @Nullable Long number,
        @Nullable String refusal,
        Instant at,
        @Nullable Instant settledAt) {

    /** How far a mark has come. */
    public enum Status {
        /** On its way to the chain. */
        SENT,
        /** In the use book. */
        RECORDED,
        /** The chain did not take it. */
        REFUSED
    }

    public boolean holds() {
        return status == Status.RECORDED;
    }
}
