package org.yinxin.seal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;
import org.yinxin.site.Times;

/** One version of an enterprise's e-seal and what happened to it. */
@Entity
@Table(schema = "seal", name = "seal")
class Seal {

    @Id
    private UUID id;

    @Version
    private @Nullable Long rowVersion;

    private String number;
    private int version;
    private byte[] onChainId;
    private UUID applicationId;
    private String uscc;
    private String enterpriseName;
    private @Nullable String enterpriseNameEn;
    private String physicalSeal;

    @Enumerated(EnumType.STRING)
    private SealKind kind;

    @Enumerated(EnumType.STRING)
    private SealStatus status;

    private @Nullable UUID pendingEntryId;

    @Enumerated(EnumType.STRING)
    private @Nullable Bureau suspendedBy;

    private Instant issuedAt;
    private @Nullable Instant activatedAt;
    private Instant validFrom;
    private Instant validTo;
    private double widthMm;
    private double heightMm;

    @Column(name = "sm2_certificate_id")
    private UUID sm2CertificateId;

    @Column(name = "p256_certificate_id")
    private UUID p256CertificateId;

    private byte[] sealDigest;

    @OneToMany(mappedBy = "seal", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<SealEventRow> events = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Seal() {}

    Seal(SealIssueOrder order, MadeSeal made, UUID entryId) {
        this.id = UUID.randomUUID();
        this.number = made.number().value();
        this.version = 1;
        this.onChainId = Digest.random().bytes();
        this.applicationId = order.applicationId();
        this.uscc = order.uscc().value();
        this.enterpriseName = order.enterpriseName();
        this.enterpriseNameEn = order.enterpriseNameEn();
        this.physicalSeal = order.physicalSeal().value();
        this.kind = order.kind();
        this.status = SealStatus.ISSUED;
        this.pendingEntryId = entryId;
        this.issuedAt = order.at();
        this.validFrom = made.validFrom();
        this.validTo = made.validTo();
        this.widthMm = made.imprint().widthMm();
        this.heightMm = made.imprint().heightMm();
        this.sm2CertificateId = made.sm2Certificate().id();
        this.p256CertificateId = made.p256Certificate().id();
        this.sealDigest = made.digest().bytes();
        events.add(new SealEventRow(this, SealStep.ISSUE, null, status, SealMove.approved(entryId), order.at()));
    }

    /** The version that takes the place of another one; the owner accepted the conditions anew. */
    Seal(Seal before, int version, MadeSeal made, SealMove move, Instant now) {
        this.id = UUID.randomUUID();
        this.number = before.number;
        this.version = version;
        this.onChainId = Digest.random().bytes();
        this.applicationId = before.applicationId;
        this.uscc = before.uscc;
        this.enterpriseName = before.enterpriseName;
        this.enterpriseNameEn = before.enterpriseNameEn;
        this.physicalSeal = before.physicalSeal;
        this.kind = before.kind;
        this.status = SealStatus.ACTIVE;
        this.pendingEntryId = move.entryId();
        this.issuedAt = now;
        this.validFrom = made.validFrom();
        this.validTo = made.validTo();
        this.widthMm = made.imprint().widthMm();
        this.heightMm = made.imprint().heightMm();
        this.sm2CertificateId = made.sm2Certificate().id();
        this.p256CertificateId = made.p256Certificate().id();
        this.sealDigest = made.digest().bytes();
        events.add(new SealEventRow(this, SealStep.RENEW, null, status, move, now));
    }

    /** A newer version takes its place at once; the chain follows. */
    void replace(Instant now) {
        if (pendingEntryId != null) {
            throw new IllegalSealStepException(number(), status, SealStep.REPLACE);
        }
        follow(SealStep.REPLACE, SealMove.platform(null), now);
    }

    /** The chain refused the newer version: this one is in force again, if its period has not run out meanwhile. */
    void restore(String reason, Instant now) {
        follow(SealStep.REFUSE_RENEWAL, SealMove.platform(reason), now);
        expire(now);
    }

    /** The bureau's word that stops it now. */
    Optional<SealEvent> stop() {
        return status == SealStatus.SUSPENDED || status == SealStatus.REVOKED
                ? history().reversed().stream()
                        .filter(event -> event.what() == SealStep.SUSPEND || event.what() == SealStep.REVOKE)
                        .findFirst()
                : Optional.empty();
    }

    /** Guards, moves and writes down; the chain follows. */
    void follow(SealStep step, SealMove move, Instant now) {
        SealTransitions.Edge edge = SealTransitions.edge(statusAt(now), step)
                .filter(found -> found.actor() == move.actor())
                .orElseThrow(() -> new IllegalSealStepException(number(), statusAt(now), step));
        boolean waits = step != SealStep.SUSPEND && step != SealStep.REVOKE && step != SealStep.REPLACE_KEY;
        if (edge.actor() != SealActor.PLATFORM && pendingEntryId != null && waits) {
            throw new IllegalSealStepException(number(), status, step);
        }
        go(edge.to(), step, move, now);
        if (move.entryId() != null) {
            pendingEntryId = move.entryId();
        }
    }

    /** The period ran out, noticed now. */
    void expire(Instant now) {
        if (status.inForce() && now.isAfter(validTo)) {
            go(SealStatus.EXPIRED, SealStep.EXPIRE, SealMove.platform(null), now);
        }
    }

    /** The chain took an entry of this seal. */
    void recorded(UUID entryId, Instant blockTime) {
        if (entryId.equals(pendingEntryId)) {
            pendingEntryId = null;
        }
        if (stepOf(entryId)
                .filter(step -> step == SealStep.ACTIVATE || step == SealStep.RENEW)
                .isPresent()) {
            activatedAt = blockTime;
        }
    }

    /** The chain refused an entry: what would have allowed uses is taken back, what stopped them stays. */
    void refused(UUID entryId, String reason, Instant now) {
        if (entryId.equals(pendingEntryId)) {
            pendingEntryId = null;
        }
        stepOf(entryId)
                .flatMap(SealStep::refusal)
                .flatMap(answer -> SealTransitions.edge(status, answer))
                .ifPresent(edge -> go(edge.to(), edge.event(), SealMove.platform(reason), now));
    }

    private void go(SealStatus to, SealStep step, SealMove move, Instant now) {
        events.add(new SealEventRow(this, step, status, to, move, now));
        if (status == to) {
            return;
        }
        status = to;
        suspendedBy = to == SealStatus.SUSPENDED ? (move.bureau() == null ? suspendedBy : move.bureau()) : null;
    }

    private Optional<SealStep> stepOf(UUID entryId) {
        return events.stream()
                .filter(event -> entryId.equals(event.entryId()))
                .map(SealEventRow::step)
                .findFirst();
    }

    /** The status as it is, whether or not the end of the period has been written down yet. */
    SealStatus statusAt(Instant now) {
        return status.inForce() && now.isAfter(validTo) ? SealStatus.EXPIRED : status;
    }

    SealView view(Instant now) {
        SealStatus current = statusAt(now);
        return new SealView(
                id,
                number(),
                version,
                uscc(),
                enterpriseName,
                enterpriseNameEn,
                kind,
                new SealCode(physicalSeal),
                current,
                pendingEntryId,
                suspendedBy,
                onChainId(),
                applicationId,
                issuedAt,
                activatedAt,
                validFrom,
                validTo,
                widthMm,
                heightMm,
                sm2CertificateId,
                p256CertificateId,
                Digest.of(sealDigest),
                current == SealStatus.ACTIVE && pendingEntryId == null && !now.isBefore(validFrom));
    }

    List<SealEvent> history() {
        return events.stream().map(event -> event.view(version)).toList();
    }

    UUID id() {
        return id;
    }

    SealNumber number() {
        return new SealNumber(number);
    }

    int version() {
        return version;
    }

    Uscc uscc() {
        return new Uscc(uscc);
    }

    SealDesign design(Instant at) {
        Period validity =
                Period.between(LocalDate.ofInstant(validFrom, Times.ZONE), LocalDate.ofInstant(validTo, Times.ZONE));
        return new SealDesign(uscc(), enterpriseName, new SealCode(physicalSeal), kind, validity, at);
    }

    Digest onChainId() {
        return Digest.of(onChainId);
    }

    UUID thread() {
        return applicationId;
    }

    @Nullable
    Bureau suspendedBy() {
        return suspendedBy;
    }

    UUID sm2CertificateId() {
        return sm2CertificateId;
    }

    UUID p256CertificateId() {
        return p256CertificateId;
    }
}
