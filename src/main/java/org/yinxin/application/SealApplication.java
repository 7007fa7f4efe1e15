package org.yinxin.application;

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
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.Salt;
import org.yinxin.shared.SealCode;
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

    private int round;

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

    @OneToMany(mappedBy = "application", cascade = CascadeType.PERSIST)
    @OrderBy("round")
    private List<Submission> submissions = new ArrayList<>();

    @OneToMany(mappedBy = "application", cascade = CascadeType.PERSIST)
    @OrderBy("decidedAt")
    private List<Decision> decisions = new ArrayList<>();

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
        this.validityMonths = (int) validity.toTotalMonths();
        this.startedAt = now;
        this.changedAt = now;
    }

    void choose(EnterpriseDetails enterprise, Instant now) {
        edit(ApplicationPart.ENTERPRISE, now);
        if (round > 0 && !enterprise.uscc().equals(answers.uscc())) {
            throw new IllegalArgumentException("A submitted application stays with its enterprise");
        }
        answers.choose(enterprise);
    }

    void choose(SealCode physicalSeal, Instant now) {
        edit(ApplicationPart.PHYSICAL_SEAL, now);
        answers.choose(physicalSeal);
    }

    void chooseDrawnImprint(Instant now) {
        edit(ApplicationPart.PHYSICAL_SEAL, now);
        answers.drawn();
    }

    /** The picture must be kept before. */
    void chooseImprint(ImprintSource source, Digest picture, Instant now) {
        edit(ApplicationPart.PHYSICAL_SEAL, now);
        answers.imprint(source, picture);
    }

    void explain(String reason, Instant now) {
        edit(ApplicationPart.REASON, now);
        answers.explain(reason);
    }

    void attach(UUID file, Instant now) {
        edit(ApplicationPart.SUPPORTING_FILE, now);
        answers.attach(file);
    }

    void detachFile(Instant now) {
        edit(ApplicationPart.SUPPORTING_FILE, now);
        answers.attach(null);
    }

    void choose(UUID key, Instant now) {
        edit(ApplicationPart.KEY, now);
        answers.choose(key);
    }

    void declare(String text, Instant now) {
        edit(ApplicationPart.DECLARATION, now);
        answers.declare(text);
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
        round++;
        answers.name(content.enterprise());
        submissions.add(new Submission(this, round, applicantId, now, answers.fileId(), content, commitments));
        registerEvent(new ApplicationSubmitted(
                id,
                reference(),
                purpose,
                applicantId,
                content.enterprise().uscc(),
                content.enterprise().nameZh(),
                content.enterprise().nameEn(),
                content.physicalSeal(),
                round,
                approvals(),
                now));
    }

    /** A bureau takes the application up, or decides on it straight away. */
    void beginReview(Instant now) {
        if (status != ApplicationStatus.IN_REVIEW) {
            follow(ApplicationEvent.BEGIN_REVIEW, now);
        }
    }

    Decision decide(Verdict verdict, Instant now) {
        GateState gate = gate(verdict.bureau());
        if (!status.decidable() || gate != GateState.OPEN || verdict.round() != round) {
            throw new GateClosedException(verdict.bureau(), status, gate);
        }
        Submission submission = submission();
        if (verdict.outcome() == Outcome.APPROVED && !submission.hasKey()) {
            throw new KeyMissingException(reference());
        }
        beginReview(now);
        Decision decision = new Decision(this, round, submission.contentDigest(), verdict, now);
        decisions.add(decision);
        switch (verdict.outcome()) {
            case RETURNED -> follow(ApplicationEvent.RETURN, now);
            case REFUSED -> end(ApplicationEvent.REFUSE, now);
            case APPROVED -> approved(verdict.bureau(), submission, now);
        }
        registerEvent(new ApplicationDecided(
                id, verdict.bureau(), round, verdict.outcome(), verdict.officerId(), status, registersApprove(), now));
        return decision;
    }

    void withdraw(Instant now) {
        end(ApplicationEvent.WITHDRAW, now);
        registerEvent(new ApplicationWithdrawn(id, now));
    }

    GateState gate(Bureau bureau) {
        return Gates.state(bureau, round, submission().contentDigest(), decisionViews());
    }

    /** The submission the bureaus look at now. */
    Submission submission() {
        return submissions.getLast();
    }

    List<DecisionView> decisionViews() {
        return decisions.stream().map(Decision::view).toList();
    }

    ApplicationView view() {
        return new ApplicationView(
                id,
                reference(),
                purpose,
                applicantId,
                status,
                round,
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
                submissions.stream().map(Submission::view).toList(),
                decisionViews());
    }

    ApplicationSummary summary() {
        return new ApplicationSummary(
                reference(),
                purpose,
                answers.enterpriseNameZh(),
                answers.enterpriseNameEn(),
                status.publicStatus(),
                changedAt);
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

    private Set<Bureau> approvals() {
        return Arrays.stream(Bureau.values())
                .filter(bureau -> gate(bureau) == GateState.APPROVED)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean registersApprove() {
        return Gates.registersApprove(round, submission().contentDigest(), decisionViews());
    }

    private void edit(ApplicationPart part, Instant now) {
        if (!status.editable() || !purpose.parts().contains(part)) {
            throw new NotEditableException(status);
        }
        changedAt = now;
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
