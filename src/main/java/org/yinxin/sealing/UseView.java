package org.yinxin.sealing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;

/**
 * A use as pages show it. File name and purpose are the owner's own: never on a public page.
 *
 * @param number the seal's consecutive number of this use, given by the chain
 * @param entryId the ledger entry, once there is one
 * @param refusal why it was refused or came to nothing
 */
public record UseView(
        UUID id,
        UseCode code,
        SealNumber seal,
        UseStatus status,
        String purpose,
        String fileName,
        int pages,
        @Nullable Long number,
        @Nullable UUID entryId,
        @Nullable String refusal,
        Instant requestedAt,
        @Nullable Instant recordedAt) {}
