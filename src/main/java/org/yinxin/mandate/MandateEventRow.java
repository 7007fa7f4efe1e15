package org.yinxin.mandate;

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

/** One thing that happened to a mandate, written once. */
@Entity
@Immutable
@Table(schema = "mandate", name = "event")
class MandateEventRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long seq;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Mandate mandate;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private MandateStep step;

    @Enumerated(EnumType.STRING)
    private MandateStatus toStatus;

    @Enumerated(EnumType.STRING)
    private MandateActor actor;

    private @Nullable UUID personId;
    private @Nullable String reason;
    private byte @Nullable [] reasonSalt;
    private @Nullable UUID entryId;

    @SuppressWarnings("NullAway.Init")
    protected MandateEventRow() {}

    MandateEventRow(
            Mandate mandate, MandateStep step, MandateStatus to, MandateActor actor, MandateMove move, Instant at) {
        this.mandate = mandate;
        this.at = at;
        this.step = step;
        this.toStatus = to;
        this.actor = actor;
        this.personId = move.personId();
        this.reason = move.reason();
        this.reasonSalt = move.salt() == null ? null : move.salt().bytes();
        this.entryId = move.entryId();
    }

    MandateEvent view() {
        return new MandateEvent(at, step, actor, personId, reason, entryId);
    }
}
