package org.yinxin.application;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.Salt;
import org.yinxin.shared.SealKind;

/**
 * An enterprise's request for its e-seal, or for another key to it, from the first draft to its end, with what was
 * submitted and decided.
 */
@Entity
@Table(schema = "application", name = "seal_application")
class SealApplication extends AbstractAggregateRoot<SealApplication> {

    @Id
    private UUID id;

    @Version
    private long version;

    private String reference;
    private byte[] onChainId;
    private byte[] contentSalt;
    private UUID applicantId;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private SealKind kind;

    private int validityMonths;

    @Embedded
    private Answers answers;

    private Instant startedAt;
    private Instant changedAt;
    private @Nullable Instant endedAt;

    @Embedded
    private Rounds rounds;

    @SuppressWarnings("NullAway.Init")
    protected SealApplication() {}

    /** Asks for a seal. */
    SealApplication(UUID applicantId, Period validity, Instant now) {
        this(Purpose.SEAL, SealKind.STATUTORY_NAME, applicantId, validity, now);
    }

    /** Asks for another key for a seal that there is. */
    SealApplication(UUID applicantId, EnterpriseDetails enterprise, SealInForce seal, Period validity, Instant now) {
        this(Purpose.KEY_REPLACEMENT, seal.kind(), applicantId, validity, now);
        answers.choose(enterprise);
        answers.choose(seal);
    }

    private SealApplication(Purpose purpose, SealKind kind, UUID applicantId, Period validity, Instant now) {
        this.id = UUID.randomUUID();
        this.reference = Reference.random().value();
        this.onChainId = Digest.random().bytes();
        this.contentSalt = Salt.random().bytes();
        this.applicantId = applicantId;
        this.status = ApplicationStatus.DRAFT;
        this.purpose = purpose;
        this.kind = kind;
        this.answers = new Answers();
        this.rounds = new Rounds();
        this.validityMonths = (int) validity.toTotalMonths();
        this.startedAt = now;
        this.changedAt = now;
    }

    void choose(EnterpriseDetails enterprise, Instant now) {
        Answers open = edit(ApplicationPart.ENTERPRISE, now);
        if (rounds.current() > 0 && !enterprise.uscc().equals(answers.uscc())) {
            throw new IllegalArgumentException("A submitted application stays with its enterprise");
        }
        open.choose(enterprise);
    }

    /** The answers, of which this part is to be filled in now. */
    Answers edit(ApplicationPart part, Instant now) {
        if (!status.editable() || !purpose.parts().contains(part)) {
            throw new NotEditableException(status);
        }
        changedAt = now;
        return answers;
    }

    /** What still has to be filled in, in the order of the pages. */
    Set<ApplicationPart> missing() {
        return answers.missing(purpose);
    }

    void submit(CanonicalContent content, Commitments commitments, Instant now) {
        Set<ApplicationPart> missing = missing();
        if (!missing.isEmpty()) {
            throw new IncompleteApplicationException(missing);
        }
        follow(status == ApplicationStatus.DRAFT ? ApplicationEvent.SUBMIT : ApplicationEvent.RESUBMIT, now);
        answers.name(content.enterprise());
        rounds.begin(this, answers.fileId(), content, commitments, now);
        registerEvent(rounds.submitted(this, content, now));
    }

    /** A bureau takes the application up, or decides on it straight away. */
    void beginReview(Instant now) {
        if (status != ApplicationStatus.IN_REVIEW) {
            follow(ApplicationEvent.BEGIN_REVIEW, now);
        }
    }

    Decision decide(Verdict verdict, Instant now) {
        GateState gate = gate(verdict.bureau());
        if (!status.decidable() || gate != GateState.OPEN || verdict.round() != rounds.current()) {
            throw new GateClosedException(verdict.bureau(), status, gate);
        }
        Submission submission = submission();
        if (verdict.outcome() == Outcome.APPROVED && !submission.hasKey()) {
            throw new KeyMissingException(reference());
        }
        beginReview(now);
        Decision decision = rounds.decide(this, verdict, now);
        switch (verdict.outcome()) {
            case RETURNED -> follow(ApplicationEvent.RETURN, now);
            case REFUSED -> end(ApplicationEvent.REFUSE, now);
            case APPROVED -> approved(verdict.bureau(), submission, now);
        }
        registerEvent(rounds.decided(this, verdict, now));
        return decision;
    }

    void withdraw(Instant now) {
        end(ApplicationEvent.WITHDRAW, now);
        registerEvent(new ApplicationWithdrawn(id, now));
    }

    GateState gate(Bureau bureau) {
        return rounds.gate(bureau);
    }

    /** The submission the bureaus look at now. */
    Submission submission() {
        return rounds.submission();
    }

    List<DecisionView> decisionViews() {
        return rounds.decisionViews();
    }

    ApplicationView view() {
        return new ApplicationView(
                id,
                reference(),
                purpose,
                applicantId,
                status,
                rounds.current(),
                answers.uscc(),
                answers.enterpriseNameZh(),
                answers.enterpriseNameEn(),
                answers.physicalSeal(),
                kind,
                answers.imprintSource(),
                answers.imprint(),
                validity(),
                answers.seal(),
                answers.reason(),
                answers.fileId(),
                answers.keyId(),
                answers.declaration(),
                missing(),
                startedAt,
                changedAt,
                endedAt,
                rounds.submissionViews(),
                decisionViews());
    }

    UUID id() {
        return id;
    }

    Reference reference() {
        return new Reference(reference);
    }

    Digest onChainId() {
        return Digest.of(onChainId);
    }

    Salt contentSalt() {
        return Salt.of(contentSalt);
    }

    UUID applicantId() {
        return applicantId;
    }

    ApplicationStatus status() {
        return status;
    }

    Purpose purpose() {
        return purpose;
    }

    SealKind kind() {
        return kind;
    }

    Period validity() {
        return Period.ofMonths(validityMonths).normalized();
    }

    private void approved(Bureau bureau, Submission submission, Instant now) {
        if (bureau != Bureau.DATA_ADMINISTRATION) {
            return;
        }
        end(ApplicationEvent.ISSUE, now);
        registerEvent(submission.approved(now));
    }

    private void follow(ApplicationEvent event, Instant now) {
        status = ApplicationTransitions.follow(status, event);
        changedAt = now;
    }

    private void end(ApplicationEvent event, Instant now) {
        follow(event, now);
        endedAt = now;
    }
}
