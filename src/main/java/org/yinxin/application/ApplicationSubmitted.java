package org.yinxin.application;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.Uscc;

/**
 * An application came in, for the first time or corrected after a return; published in the submitting transaction.
 *
 * @param round 1 for the first submission, one more with every resubmission
 * @param stillApproved the bureaus whose earlier approval holds because the content did not change
 */
public record ApplicationSubmitted(
        UUID applicationId,
        Reference reference,
        Purpose purpose,
        UUID applicantId,
        Uscc uscc,
        String enterpriseNameZh,
        @Nullable String enterpriseNameEn,
        SealCode physicalSeal,
        int round,
        Set<Bureau> stillApproved,
        Instant at) {}
