package org.yinxin.application;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealNumber;

/**
 * All three bureaus approved another key for a seal: it takes the place of the one before, in this very transaction.
 *
 * @param applicationId also the thread of the ledger under which the replacement is recorded
 * @param onChainId the application's random identifier on the chain
 * @param seal the random identifier on the chain of the version that was looked at
 * @param contentDigest salted digest of the canonical content that was approved
 */
public record KeyReplacementApproved(
        UUID applicationId,
        Reference reference,
        UUID applicantId,
        Digest onChainId,
        SealNumber number,
        Digest seal,
        Digest contentDigest,
        ApplicantKey key,
        Instant at)
        implements ContentApproved {}
