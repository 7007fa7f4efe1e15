package org.yinxin.seal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Salt;

/**
 * Who moves a seal on and why.
 *
 * @param ground of a revocation, and of nothing else
 * @param salt opens the commitment to the reason on the chain
 * @param entryId the ledger entry that records it; none where the chain has no part in it
 */
record SealMove(
        SealActor actor,
        @Nullable Bureau bureau,
        @Nullable UUID personId,
        @Nullable RevocationGround ground,
        @Nullable String reason,
        @Nullable Salt salt,
        @Nullable UUID entryId) {

    /** By data administration, whose officer and reasons stand in the application. */
    static SealMove approved(UUID entryId) {
        return new SealMove(SealActor.BUREAU, Bureau.DATA_ADMINISTRATION, null, null, null, null, entryId);
    }

    /** The conditions accepted with the very entry and salt that the owner signed. */
    static SealMove activation(UUID personId, ActivationAct act) {
        return new SealMove(
                SealActor.OWNER, null, personId, null, SealLife.CONDITIONS, act.openingSalt(), act.entryId());
    }

    static SealMove owner(UUID personId, String acceptedConditions) {
        return new SealMove(
                SealActor.OWNER, null, personId, null, acceptedConditions, Salt.random(), UUID.randomUUID());
    }

    static SealMove officer(Bureau bureau, UUID personId, String reason) {
        return new SealMove(SealActor.BUREAU, bureau, personId, null, reason, Salt.random(), UUID.randomUUID());
    }

    static SealMove revocation(Bureau bureau, UUID personId, RevocationGround ground, String reason) {
        return new SealMove(SealActor.BUREAU, bureau, personId, ground, reason, Salt.random(), UUID.randomUUID());
    }

    static SealMove platform(@Nullable String reason) {
        return new SealMove(SealActor.PLATFORM, null, null, null, reason, null, null);
    }
}
