package org.yinxin.seal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/**
 * A seal as other modules and pages see it.
 *
 * @param version counts from 1; a renewal makes the next one under the same number
 * @param status now, the end of the period included
 * @param pendingEntryId the last thing that happened and that the chain has not confirmed yet
 * @param suspendedBy the bureau that suspended it and alone lifts that
 * @param onChainId the random identifier under which the chain knows this version
 * @param thread the ledger's thread of the seal's life, which is the application's
 * @param activatedAt when the chain took the activation
 * @param sealDigest SHA-256 of the seal file, recorded on the chain at issue
 * @param usable whether it may be used now: active, in its period, and the chain has caught up
 */
public record SealView(
        UUID id,
        SealNumber number,
        int version,
        Uscc uscc,
        String enterpriseName,
        @Nullable String enterpriseNameEn,
        SealKind kind,
        SealCode physicalSeal,
        SealStatus status,
        @Nullable UUID pendingEntryId,
        @Nullable Bureau suspendedBy,
        Digest onChainId,
        UUID thread,
        Instant issuedAt,
        @Nullable Instant activatedAt,
        Instant validFrom,
        Instant validTo,
        double widthMm,
        double heightMm,
        UUID sm2CertificateId,
        UUID p256CertificateId,
        Digest sealDigest,
        boolean usable) {

    /** Whether the chain has yet to confirm what happened last. */
    public boolean beingRecorded() {
        return pendingEntryId != null;
    }
}
