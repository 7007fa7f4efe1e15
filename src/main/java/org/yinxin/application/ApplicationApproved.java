package org.yinxin.application;

import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/**
 * All three bureaus approved the same content: the seal is to be issued, in this very transaction.
 *
 * @param applicationId also the thread of the ledger under which the seal's whole life is recorded
 * @param onChainId the application's random identifier on the chain
 * @param enterpriseCommitment salted digest that is the same for every application of this enterprise
 * @param physicalSealCommitment salted digest that is the same for every application for this physical seal
 * @param contentDigest salted digest of the canonical content that was approved
 * @param imprint digest of the picture where the imprint is not drawn
 * @param validity how long the seal shall be valid from its issue
 * @param key of the legal representative: the root of all authority over the seal
 */
public record ApplicationApproved(
        UUID applicationId,
        Reference reference,
        UUID applicantId,
        Digest onChainId,
        Digest enterpriseCommitment,
        Digest physicalSealCommitment,
        Digest contentDigest,
        Uscc uscc,
        String enterpriseNameZh,
        @Nullable String enterpriseNameEn,
        SealCode physicalSeal,
        SealKind kind,
        ImprintSource imprintSource,
        @Nullable Digest imprint,
        Period validity,
        ApplicantKey key,
        Instant at)
        implements ContentApproved {}
