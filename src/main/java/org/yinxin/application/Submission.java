package org.yinxin.application;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.yinxin.register.EnterpriseKind;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
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
    private UUID fileId;
    private byte[] fileSha256;
    private String declaration;
    private byte[] content;
    private byte[] contentDigest;
    private byte[] enterpriseCommitment;
    private byte[] physicalSealCommitment;
    private byte @Nullable [] imprintSha256;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    Submission(
            SealApplication application,
            int round,
            UUID submittedBy,
            Instant submittedAt,
            UUID fileId,
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
        this.imprintSource = content.imprintSource();
        this.validityMonths = (int) content.validity().toTotalMonths();
        this.fileId = fileId;
        this.fileSha256 = content.file().bytes();
        this.declaration = content.declaration();
        this.content = content.bytes();
        this.contentDigest = commitments.content().bytes();
        this.enterpriseCommitment = commitments.enterprise().bytes();
        this.physicalSealCommitment = commitments.physicalSeal().bytes();
        Digest imprint = content.imprint();
        this.imprintSha256 = imprint == null ? null : imprint.bytes();
    }

    int round() {
        return round;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    UUID fileId() {
        return fileId;
    }

    String declaration() {
        return declaration;
    }

    EnterpriseDetails enterprise() {
        return new EnterpriseDetails(
                new Uscc(uscc), enterpriseNameZh, enterpriseNameEn, enterpriseKind, legalRepresentative, address);
    }

    SealCode physicalSeal() {
        return new SealCode(sealCode);
    }

    SealKind kind() {
        return sealKind;
    }

    ImprintSource imprintSource() {
        return imprintSource;
    }

    @Nullable
    Digest imprint() {
        return imprintSha256 == null ? null : Digest.of(imprintSha256);
    }

    Period validity() {
        return Period.ofMonths(validityMonths).normalized();
    }

    Commitments commitments() {
        return new Commitments(
                Digest.of(enterpriseCommitment), Digest.of(physicalSealCommitment), Digest.of(contentDigest));
    }
}
