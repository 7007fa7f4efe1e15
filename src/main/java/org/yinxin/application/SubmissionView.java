package org.yinxin.application;

import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;

/** One round's submission, exactly as the bureaus see it. */
public record SubmissionView(
        int round,
        Instant at,
        EnterpriseDetails enterprise,
        SealCode physicalSeal,
        SealKind kind,
        ImprintSource imprintSource,
        @Nullable Digest imprint,
        Period validity,
        UUID fileId,
        String declaration,
        Digest contentDigest) {}
