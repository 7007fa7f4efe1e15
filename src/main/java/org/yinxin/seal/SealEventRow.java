package org.yinxin.seal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;

/** One thing that happened to a seal, written once. */
@Entity
@Immutable
@Table(schema = "seal", name = "event")
class SealEventRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long seq;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Seal seal;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private SealStep step;

    @Enumerated(EnumType.STRING)
    private @Nullable SealStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private SealStatus toStatus;

    @Enumerated(EnumType.STRING)
    private SealActor actor;

    @Enumerated(EnumType.STRING)
    private @Nullable Bureau bureau;

    private @Nullable UUID personId;

    @Enumerated(EnumType.STRING)
    private @Nullable RevocationGround revocationGround;

    private @Nullable String reason;
    private byte @Nullable [] reasonSalt;
    private @Nullable UUID entryId;

    @SuppressWarnings("NullAway.Init")
    protected SealEventRow() {}

    SealEventRow(Seal seal, SealStep step, @Nullable SealStatus from, SealStatus to, SealMove move, Instant at) {
        this.seal = seal;
        this.at = at;
        this.step = step;
        this.fromStatus = from;
        this.toStatus = to;
        this.actor = move.actor();
        this.bureau = move.bureau();
        this.personId = move.personId();
        this.revocationGround = move.ground();
        this.reason = move.reason();
        this.reasonSalt = move.salt() == null ? null : move.salt().bytes();
        this.entryId = move.entryId();
    }

    SealStep step() {
        return step;
    }

    @Nullable
    UUID entryId() {
        return entryId;
    }

    SealEvent view(int version) {
        return new SealEvent(at, version, step, toStatus, actor, bureau, personId, revocationGround, reason, entryId);
    }
}
