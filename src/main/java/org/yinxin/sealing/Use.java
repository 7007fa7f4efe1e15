package org.yinxin.sealing;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.ledger.authority.SignedUse;
import org.yinxin.mandate.HeldMandate;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.pdf.PadesLevel;
import org.yinxin.sealing.plan.AuthorisedUse;
import org.yinxin.sealing.plan.TimeStamping;
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

    private byte[] salt;

    @Embedded
    private UsedDocument document;

    private @Nullable UUID draftId;

    @Embedded
    private @Nullable Authorisation authorisation;

    @Embedded
    private @Nullable UseDigests digests;

    @Enumerated(EnumType.STRING)
    private @Nullable PadesLevel level;

    @Enumerated(EnumType.STRING)
    private @Nullable TimeStamping timeStamping;

    private @Nullable UUID entryId;
    private @Nullable Long number;
    private @Nullable String refusal;

    @Embedded
    private UseTimes times;

    @SuppressWarnings("NullAway.Init")
    protected Use() {}

    /** Settles what is to be signed: nothing of it changes afterwards. */
    Use(DraftView draft, SealView seal, Authorisation authorisation, Instant now) {
        this.id = UUID.randomUUID();
        this.code = UseCode.random().value();
        this.salt = Salt.random().bytes();
        this.sealNumber = draft.seal().value();
        this.sealOnChain = seal.onChainId().bytes();
        this.personId = draft.personId();
        this.status = UseStatus.REQUESTED;
        this.draftId = draft.id();
        this.document = new UsedDocument(draft);
        this.entryId = UUID.randomUUID();
        this.authorisation = authorisation;
        this.digests = new UseDigests(AuthorisedUse.of(note(), purpose(), draft.fileDigest()));
        this.times = new UseTimes(now);
    }

    /** Whether it still is what the draft says. */
    boolean isOf(DraftView draft, SealView seal) {
        return document.isOf(draft) && Digest.of(sealOnChain).equals(seal.onChainId());
    }

    boolean isPreparedFrom(UUID draft) {
        return draft.equals(draftId);
    }

    /** Whether it asks for this mandate's signature, with time enough left. */
    boolean asks(HeldMandate held, LedgerDomain domain, Instant until) {
        return asked().asks(held, domain) && asked().expiry().isAfter(until);
    }

    boolean isSigned() {
        return times.isAuthorised();
    }

    void authorise(HolderSignature signature, Instant now) {
        status = UseTransitions.follow(status, UseEvent.AUTHORISE);
        asked().sign(signature);
        times.authorised(now);
    }

    /**
     * The document is sealed; what is to be recorded of it.
     *
     * @throws IllegalStateException when what came out is not what was authorised
     */
    LedgerEntry.Use seal(SealedFile sealed, Instant now) {
        if (!digests().seal(sealed.commitment())) {
            throw new IllegalStateException("Use " + code + " came out as something else than was authorised");
        }
        status = UseTransitions.follow(status, UseEvent.SEAL);
        level = sealed.level();
        timeStamping = sealed.timeStamping();
        times.sealed(now);
        return LedgerEntry.Use.of(act(), sealed.commitment().sealed(), asked().forTheChain());
    }

    /** What the holder of the mandate signs. */
    SignedUse act() {
        Authorisation asked = asked();
        AuthorisedUse what = digests().authorised();
        return new SignedUse(
                entry(),
                Digest.of(sealOnChain),
                code().onChain(),
                what.authorised(),
                what.purpose(),
                asked.mandate(),
                asked.kind(),
                asked.expiry());
    }

    /** The chain holds the use; told again after a chain was mended, it keeps the newest number. */
    void record(long consecutiveNumber, Instant now) {
        if (!status.isDownloadable()) {
            status = UseTransitions.follow(status, UseEvent.RECORD);
            times.recorded(now);
        }
        number = consecutiveNumber;
    }

    void release(Instant now) {
        if (status != UseStatus.RELEASED) {
            status = UseTransitions.follow(status, UseEvent.RELEASE);
            times.released(now);
        }
    }

    void refuse(String reason, Instant now) {
        end(UseEvent.REFUSE, reason, now);
    }

    void abandon(String reason, Instant now) {
        end(UseEvent.ABANDON, reason, now);
    }

    void expire(Instant now) {
        end(UseEvent.EXPIRE, "expired", now);
    }

    private void end(UseEvent event, String reason, Instant now) {
        status = UseTransitions.follow(status, event);
        refusal = reason;
        times.ended(now);
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
        return document.purpose();
    }

    UsedDocument document() {
        return document;
    }

    /** Of the file as it was sealed; absent before that, and where the profile knows no levels. */
    Optional<PadesLevel> level() {
        return Optional.ofNullable(level);
    }

    /** Of the seal's own signature as the file was sealed; absent from older uses too. */
    Optional<TimeStamping> timeStamping() {
        return Optional.ofNullable(timeStamping);
    }

    /** Absent from uses older than signatures. */
    Optional<Authorisation> authorisation() {
        return Optional.ofNullable(authorisation);
    }

    private Authorisation asked() {
        return Objects.requireNonNull(authorisation, "a use that nobody is asked to sign");
    }

    private UUID entry() {
        return Objects.requireNonNull(entryId, "a use without an entry");
    }

    private UseDigests digests() {
        return Objects.requireNonNull(digests, "a use without commitments");
    }

    UseNote note() {
        return document.note(code(), Salt.of(salt));
    }

    UseView view() {
        return new UseView(
                id,
                code(),
                new SealNumber(sealNumber),
                status,
                document.purpose(),
                document.fileName(),
                document.pages(),
                number,
                entryId,
                refusal,
                times.requestedAt(),
                times.recordedAt());
    }
}
