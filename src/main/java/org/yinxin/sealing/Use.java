package org.yinxin.sealing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.KindTree;
import org.yinxin.ledger.authority.UseAuthority;
import org.yinxin.sealing.pdf.PadesLevel;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.UseCommitment;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;

/** One stamping of one document, from the wish to the document handed out. */
@Entity
@Table(schema = "sealing", name = "use")
class Use {

    @Id
    private UUID id;

    @Version
    private long version;

    private String code;
    private String sealNumber;
    private byte[] sealOnChain;
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private UseStatus status;

    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    private byte[] salt;
    private String fileName;
    private int fileLength;
    private byte @Nullable [] fileDigest;
    private int pages;
    private String plan;
    private @Nullable String field;
    private String purpose;
    private byte @Nullable [] authorisedDigest;
    private byte @Nullable [] sealedDigest;
    private byte @Nullable [] purposeDigest;

    @Enumerated(EnumType.STRING)
    private @Nullable PadesLevel level;

    private @Nullable UUID entryId;
    private @Nullable Long number;
    private @Nullable String refusal;
    private Instant requestedAt;
    private @Nullable Instant authorisedAt;
    private @Nullable Instant sealedAt;
    private @Nullable Instant recordedAt;
    private @Nullable Instant releasedAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Use() {}

    Use(DraftView draft, StampPlan plan, String purpose, Digest sealOnChain, Instant now) {
        this.id = UUID.randomUUID();
        this.code = UseCode.random().value();
        this.salt = Salt.random().bytes();
        this.sealNumber = draft.seal().value();
        this.sealOnChain = sealOnChain.bytes();
        this.personId = draft.personId();
        this.status = UseStatus.REQUESTED;
        this.kind = draft.kind();
        this.fileName = draft.fileName();
        this.fileLength = draft.fileLength();
        this.fileDigest = draft.kind() == DocumentKind.OFD
                ? Objects.requireNonNull(draft.fileDigest()).bytes()
                : null;
        this.pages = draft.pages().size();
        this.plan = plan.text();
        this.field = draft.field();
        this.purpose = purpose;
        this.requestedAt = now;
    }

    void authorise(Instant now) {
        status = UseTransitions.follow(status, UseEvent.AUTHORISE);
        authorisedAt = now;
    }

    /**
     * The document is sealed; what is to be recorded of it.
     *
     * @param reached the level of its PAdES signature, if it has one
     */
    LedgerEntry.Use seal(UseCommitment commitment, @Nullable PadesLevel reached, Instant now) {
        status = UseTransitions.follow(status, UseEvent.SEAL);
        level = reached;
        authorisedDigest = commitment.authorised().bytes();
        sealedDigest = commitment.sealed().bytes();
        purposeDigest = commitment.purpose().bytes();
        entryId = UUID.randomUUID();
        sealedAt = now;
        return new LedgerEntry.Use(
                entryId,
                code().onChain(),
                Digest.of(sealOnChain),
                commitment.authorised(),
                commitment.sealed(),
                commitment.purpose(),
                new UseAuthority(
                        KindTree.EVERY_KIND,
                        KindTree.EVERY_KIND,
                        List.of(),
                        now,
                        new HolderSignature(KindTree.EVERY_KIND, KindTree.EVERY_KIND, null, null)));
    }

    /** The chain holds the use; told again after a chain was mended, it keeps the newest number. */
    void record(long consecutiveNumber, Instant now) {
        if (!status.isDownloadable()) {
            status = UseTransitions.follow(status, UseEvent.RECORD);
            recordedAt = now;
        }
        number = consecutiveNumber;
    }

    void release(Instant now) {
        if (status != UseStatus.RELEASED) {
            status = UseTransitions.follow(status, UseEvent.RELEASE);
            releasedAt = now;
        }
    }

    void refuse(String reason, Instant now) {
        end(UseEvent.REFUSE, reason, now);
    }

    void abandon(String reason, Instant now) {
        end(UseEvent.ABANDON, reason, now);
    }

    private void end(UseEvent event, String reason, Instant now) {
        status = UseTransitions.follow(status, event);
        refusal = reason;
        endedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    UseStatus status() {
        return status;
    }

    UseCode code() {
        return new UseCode(code);
    }

    String purpose() {
        return purpose;
    }

    DocumentKind kind() {
        return kind;
    }

    /** The empty signature field that the first imprint fills, if one was chosen. */
    @Nullable
    String field() {
        return field;
    }

    /** Of the file as it was sealed; absent before that, and where the profile knows no levels. */
    Optional<PadesLevel> level() {
        return Optional.ofNullable(level);
    }

    UseNote note() {
        return new UseNote(
                code(),
                Salt.of(salt),
                fileLength,
                fileDigest == null ? null : Digest.of(fileDigest),
                StampPlan.parse(plan).orElseThrow());
    }

    UseView view() {
        return new UseView(
                id,
                code(),
                new SealNumber(sealNumber),
                status,
                purpose,
                fileName,
                pages,
                number,
                entryId,
                refusal,
                requestedAt,
                recordedAt);
    }
}
