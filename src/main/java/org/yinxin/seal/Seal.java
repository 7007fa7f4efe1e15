package org.yinxin.seal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

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

    @Embedded
    private SealOwner owner;

    @Embedded
    private SealMaterial material;

    @Enumerated(EnumType.STRING)
    private SealStatus status;

    private @Nullable UUID pendingEntryId;

    @Enumerated(EnumType.STRING)
    private @Nullable Bureau suspendedBy;

    private Instant issuedAt;
    private @Nullable Instant activatedAt;

    @OneToMany(mappedBy = "seal", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<SealEventRow> events = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Seal() {}

    Seal(SealIssueOrder order, MadeSeal made, UUID entryId) {
        this(made.number().value(), 1, order.applicationId(), new SealOwner(order), made, order.at());
        this.status = SealStatus.ISSUED;
        this.pendingEntryId = entryId;
        events.add(new SealEventRow(this, SealStep.ISSUE, null, status, SealMove.approved(entryId), order.at()));
    }

    /** The version that takes the place of another one; the owner accepted the conditions anew. */
    Seal(Seal before, int version, MadeSeal made, SealMove move, Instant now) {
        this(before.number, version, before.applicationId, before.owner.copy(), made, now);
        this.status = SealStatus.ACTIVE;
        this.pendingEntryId = move.entryId();
        events.add(new SealEventRow(this, SealStep.RENEW, null, status, move, now));
    }

    @SuppressWarnings("NullAway.Init")
    private Seal(String number, int version, UUID applicationId, SealOwner owner, MadeSeal made, Instant issuedAt) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.version = version;
        this.onChainId = Digest.random().bytes();
        this.applicationId = applicationId;
        this.owner = owner;
        this.material = new SealMaterial(made);
        this.issuedAt = issuedAt;
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
                ? new SealHistory(events).lastStop(version)
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
        if (status.inForce() && now.isAfter(material.validTo())) {
            go(SealStatus.EXPIRED, SealStep.EXPIRE, SealMove.platform(null), now);
        }
    }

    /** The chain took an entry of this seal. */
    void recorded(UUID entryId, Instant blockTime) {
        if (entryId.equals(pendingEntryId)) {
            pendingEntryId = null;
        }
        if (new SealHistory(events)
                .stepOf(entryId)
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
        new SealHistory(events)
                .stepOf(entryId)
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

    /** The status as it is, whether or not the end of the period has been written down yet. */
    SealStatus statusAt(Instant now) {
        return status.inForce() && now.isAfter(material.validTo()) ? SealStatus.EXPIRED : status;
    }

    SealView view(Instant now) {
        SealStatus current = statusAt(now);
        return new SealView(
                id,
                number(),
                version,
                owner.uscc(),
                owner.enterpriseName(),
                owner.enterpriseNameEn(),
                owner.kind(),
                owner.physicalSeal(),
                current,
                pendingEntryId,
                suspendedBy,
                onChainId(),
                applicationId,
                issuedAt,
                activatedAt,
                material.validFrom(),
                material.validTo(),
                material.widthMm(),
                material.heightMm(),
                material.sm2CertificateId(),
                material.p256CertificateId(),
                material.sealDigest(),
                current == SealStatus.ACTIVE && pendingEntryId == null && !now.isBefore(material.validFrom()));
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
        return owner.uscc();
    }

    SealDesign design(Instant at) {
        return new SealDesign(
                uscc(), owner.enterpriseName(), owner.physicalSeal(), owner.kind(), material.validity(), at);
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
        return material.sm2CertificateId();
    }

    UUID p256CertificateId() {
        return material.p256CertificateId();
    }
}
