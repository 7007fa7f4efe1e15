package org.yinxin.application;

import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;

/**
 * One round's submission, exactly as the bureaus see it.
 *
 * @param seal whose key shall be replaced, where that is the purpose
 * @param sealOnChain the random identifier on the chain of the version that was in force then
 * @param fileId absent where no file is asked for
 * @param key absent in submissions made before keys were a part of them
 */
public record SubmissionView(
        int round,
        Instant at,
        EnterpriseDetails enterprise,
        SealCode physicalSeal,
        SealKind kind,
        ImprintSource imprintSource,
        @Nullable Digest imprint,
        Period validity,
        @Nullable SealNumber seal,
        @Nullable Digest sealOnChain,
        @Nullable String reason,
        @Nullable UUID fileId,
        @Nullable ApplicantKey key,
        String declaration,
        Digest contentDigest) {}
