package org.yinxin.mandate;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/**
 * A mandate as pages show it to those whom it concerns.
 *
 * @param aboveId by whose key it is given; none for the root
 * @param depth 1 for the root
 * @param status now, the ends of periods included
 * @param begun whether its period has begun
 * @param name what the giver calls the holder
 * @param holder once somebody has accepted
 * @param kinds of documents that it allows; empty for every kind
 * @param invitedPhone whom alone it is offered to, where the giver named a number
 * @param codeOut whether an invitation code opens it
 * @param waitsUntil until when an open offer waits
 * @param refusal the contract's reason, when it refused the giving or the withdrawal
 */
public record MandateView(
        UUID id,
        Digest onChain,
        SealNumber seal,
        @Nullable UUID aboveId,
        int depth,
        MandateRole role,
        MandateStatus status,
        boolean begun,
        String name,
        UUID givenBy,
        @Nullable Holder holder,
        Limits limits,
        Set<DocumentClass> kinds,
        @Nullable String invitedPhone,
        boolean codeOut,
        Instant waitsUntil,
        @Nullable UUID givenEntryId,
        @Nullable UUID withdrawalEntryId,
        @Nullable String refusal,
        Instant createdAt,
        @Nullable Instant recordedAt,
        @Nullable Instant endedAt) {

    /** Who holds it, and by which key. */
    public record Holder(UUID personId, UUID keyId, AuthorityKey key) {}

    public boolean root() {
        return aboveId == null;
    }
}
