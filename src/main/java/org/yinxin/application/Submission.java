package org.yinxin.application;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.Period;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.ApplicationCommitment;
import org.yinxin.ledger.KeyReplacementCommitment;
import org.yinxin.register.EnterpriseKind;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/** One round's submission, exactly as the bureaus saw it. */
@Entity
@Immutable
@Table(schema = "application", name = "submission")
class Submission {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    private SealApplication application;

    private int round;
    private UUID submittedBy;
    private Instant submittedAt;
    private String uscc;
    private String enterpriseNameZh;
    private @Nullable String enterpriseNameEn;

    @Enumerated(EnumType.STRING)
    private EnterpriseKind enterpriseKind;

    private String legalRepresentative;
    private String address;
    private String sealCode;

    @Enumerated(EnumType.STRING)
    private SealKind sealKind;

    @Enumerated(EnumType.STRING)
    private ImprintSource imprintSource;

    private int validityMonths;
    private @Nullable String sealNumber;
    private byte @Nullable [] sealOnChain;
    private @Nullable String replacementReason;
    private @Nullable UUID fileId;
    private byte @Nullable [] fileSha256;
    private String declaration;
    private byte[] content;
    private byte[] contentDigest;
    private byte[] enterpriseCommitment;
    private byte[] physicalSealCommitment;
    private byte @Nullable [] imprintSha256;

    @Embedded
    private @Nullable SubmittedKey key;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    Submission(
            SealApplication application,
            int round,
            UUID submittedBy,
            Instant submittedAt,
            @Nullable UUID fileId,
            CanonicalContent content,
            Commitments commitments) {
        this.id = UUID.randomUUID();
        this.application = application;
        this.round = round;
        this.submittedBy = submittedBy;
        this.submittedAt = submittedAt;
        EnterpriseDetails enterprise = content.enterprise();
        this.uscc = enterprise.uscc().value();
        this.enterpriseNameZh = enterprise.nameZh();
        this.enterpriseNameEn = enterprise.nameEn();
        this.enterpriseKind = enterprise.kind();
        this.legalRepresentative = enterprise.legalRepresentative();
        this.address = enterprise.address();
        this.sealCode = content.physicalSeal().value();
        this.sealKind = content.kind();
        this.imprintSource = ImprintSource.DRAWN_FROM_FILING;
        this.validityMonths = (int) application.validity().toTotalMonths();
        this.declaration = content.declaration();
        this.key = new SubmittedKey(content.key());
        this.content = content.bytes();
        this.contentDigest = commitments.content().bytes();
        this.enterpriseCommitment = commitments.enterprise().bytes();
        this.physicalSealCommitment = commitments.physicalSeal().bytes();
        switch (content) {
            case SealContent seal -> {
                this.imprintSource = seal.imprintSource();
                this.fileId = fileId;
                this.fileSha256 = seal.file().bytes();
                this.imprintSha256 = bytes(seal.imprint());
            }
            case KeyReplacementContent replacement -> {
                this.sealNumber = replacement.number().value();
                this.sealOnChain = replacement.seal().bytes();
                this.replacementReason = replacement.reason();
            }
        }
    }

    /** What the third approval means. */
    ContentApproved approved(Instant now) {
        ApplicantKey root = requireKey();
        return switch (application.purpose()) {
            case SEAL ->
                new ApplicationApproved(
                        application.id(),
                        application.reference(),
                        application.applicantId(),
                        application.onChainId(),
                        Digest.of(enterpriseCommitment),
                        Digest.of(physicalSealCommitment),
                        Digest.of(contentDigest),
                        new Uscc(uscc),
                        enterpriseNameZh,
                        enterpriseNameEn,
                        new SealCode(sealCode),
                        sealKind,
                        imprintSource,
                        digest(imprintSha256),
                        validity(),
                        root,
                        now);
            case KEY_REPLACEMENT ->
                new KeyReplacementApproved(
                        application.id(),
                        application.reference(),
                        application.applicantId(),
                        application.onChainId(),
                        new SealNumber(Objects.requireNonNull(sealNumber)),
                        sealOnChain(),
                        Digest.of(contentDigest),
                        root,
                        now);
        };
    }

    /** The digest that each bureau's decision is recorded over, as the contract computes it. */
    Digest committed() {
        return switch (application.purpose()) {
            case SEAL ->
                key == null ? committedWithoutKey() : commitment(key.key()).digest();
            case KEY_REPLACEMENT ->
                new KeyReplacementCommitment(
                                application.onChainId(),
                                sealOnChain(),
                                contentDigest(),
                                requireKey().key())
                        .digest();
        };
    }

    private ApplicationCommitment commitment(ApplicantKey root) {
        return new ApplicationCommitment(
                application.onChainId(),
                Digest.of(enterpriseCommitment),
                Digest.of(physicalSealCommitment),
                contentDigest(),
                root.key());
    }

    private Digest committedWithoutKey() {
        return ApplicationCommitment.withoutKey(
                application.onChainId(),
                Digest.of(enterpriseCommitment),
                Digest.of(physicalSealCommitment),
                contentDigest());
    }

    boolean hasKey() {
        return key != null;
    }

    Digest contentDigest() {
        return Digest.of(contentDigest);
    }

    SubmissionView view() {
        return new SubmissionView(
                round,
                submittedAt,
                new EnterpriseDetails(
                        new Uscc(uscc),
                        enterpriseNameZh,
                        enterpriseNameEn,
                        enterpriseKind,
                        legalRepresentative,
                        address),
                new SealCode(sealCode),
                sealKind,
                imprintSource,
                digest(imprintSha256),
                validity(),
                sealNumber == null ? null : new SealNumber(sealNumber),
                digest(sealOnChain),
                replacementReason,
                fileId,
                key == null ? null : key.key(),
                declaration,
                contentDigest());
    }

    private Period validity() {
        return Period.ofMonths(validityMonths).normalized();
    }

    private ApplicantKey requireKey() {
        return Objects.requireNonNull(key, "submissions without a key are returned, not approved")
                .key();
    }

    private Digest sealOnChain() {
        return Digest.of(Objects.requireNonNull(sealOnChain));
    }

    private static byte @Nullable [] bytes(@Nullable Digest digest) {
        return digest == null ? null : digest.bytes();
    }

    private static @Nullable Digest digest(byte @Nullable [] bytes) {
        return bytes == null ? null : Digest.of(bytes);
    }
}
