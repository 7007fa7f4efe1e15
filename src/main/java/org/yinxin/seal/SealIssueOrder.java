package org.yinxin.seal;

import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.application.ApplicantKey;
import org.yinxin.application.ApplicationApproved;
import org.yinxin.ledger.ApplicationCommitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/**
 * What three bureaus approved: whose seal is to be made, for which physical seal, for how long.
 *
 * @param imprint digest of the picture that was approved; null when the imprint is drawn
 * @param key of the legal representative, the root of all authority over the seal
 */
record SealIssueOrder(
        UUID applicationId,
        UUID applicantId,
        ApplicationCommitment commitment,
        Uscc uscc,
        String enterpriseName,
        @Nullable String enterpriseNameEn,
        SealCode physicalSeal,
        SealKind kind,
        @Nullable Digest imprint,
        Period validity,
        ApplicantKey key,
        Instant at) {

    SealDesign design() {
        return new SealDesign(uscc, enterpriseName, physicalSeal, kind, validity, at);
    }

    static SealIssueOrder of(ApplicationApproved approved) {
        return new SealIssueOrder(
                approved.applicationId(),
                approved.applicantId(),
                new ApplicationCommitment(
                        approved.onChainId(),
                        approved.enterpriseCommitment(),
                        approved.physicalSealCommitment(),
                        approved.contentDigest(),
                        approved.key().key()),
                approved.uscc(),
                approved.enterpriseNameZh(),
                approved.enterpriseNameEn(),
                approved.physicalSeal(),
                approved.kind(),
                approved.imprint(),
                approved.validity(),
                approved.key(),
                approved.at());
    }
}
