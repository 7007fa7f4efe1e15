package org.yinxin.application;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/** What one bureau decided in one round; written once, and carrying the identifier of its ledger entry. */
@Entity
@Immutable
@Table(schema = "application", name = "decision")
class Decision {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    private SealApplication application;

    @Enumerated(EnumType.STRING)
    private Bureau bureau;

    private int round;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Convert(converter = PartsConverter.class)
    private Set<ApplicationPart> parts;

    private String reason;
    private byte[] reasonSalt;
    private byte[] contentDigest;
    private UUID officerId;
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    Decision(SealApplication application, int round, Digest content, Verdict verdict, Instant decidedAt) {
        this.id = UUID.randomUUID();
        this.application = application;
        this.bureau = verdict.bureau();
        this.round = round;
        this.outcome = verdict.outcome();
        this.parts = Set.copyOf(verdict.parts());
        this.reason = verdict.reason();
        this.reasonSalt = Salt.random().bytes();
        this.contentDigest = content.bytes();
        this.officerId = verdict.officerId();
        this.decidedAt = decidedAt;
    }

    UUID id() {
        return id;
    }

    Digest contentDigest() {
        return Digest.of(contentDigest);
    }

    Digest reasonCommitment() {
        return Commitment.of(Salt.of(reasonSalt), reason);
    }

    DecisionView view() {
        return new DecisionView(id, bureau, round, outcome, parts, reason, contentDigest(), officerId, decidedAt);
    }
}
