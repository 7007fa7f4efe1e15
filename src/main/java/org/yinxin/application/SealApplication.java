package org.yinxin.application;

import jakarta.persistence.CascadeType;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.yinxin.shared.Uscc;

/** An enterprise's request for its e-seal, from the first draft to its end, with what was submitted and decided. */
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
    private SealKind kind;

    @Enumerated(EnumType.STRING)
    private ImprintSource imprintSource;

    private byte @Nullable [] imprintSha256;
    private int validityMonths;
    private @Nullable String uscc;
    private @Nullable String enterpriseNameZh;
    private @Nullable String enterpriseNameEn;
    private @Nullable String sealCode;
    private @Nullable UUID fileId;
    private @Nullable String declaration;
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

    SealApplication(UUID applicantId, Period validity, Instant now) {
        this.id = UUID.randomUUID();
        this.reference = Reference.random().value();
        this.onChainId = Digest.random().bytes();
        this.contentSalt = Salt.random().bytes();
        this.applicantId = applicantId;
        this.status = ApplicationStatus.DRAFT;
        this.kind = SealKind.STATUTORY_NAME;
        this.imprintSource = ImprintSource.DRAWN_FROM_FILING;
        this.validityMonths = (int) validity.toTotalMonths();
        this.startedAt = now;
        this.changedAt = now;
    }

    void choose(EnterpriseDetails enterprise, Instant now) {
        edit(now);
        String chosen = enterprise.uscc().value();
        if (uscc != null && !chosen.equals(uscc)) {
            if (round > 0) {
                throw new IllegalArgumentException("A submitted application stays with its enterprise");
            }
            sealCode = null;
            declaration = null;
            drawn();
        }
        uscc = chosen;
        enterpriseNameZh = enterprise.nameZh();
        enterpriseNameEn = enterprise.nameEn();
    }

    void choose(SealCode physicalSeal, Instant now) {
        edit(now);
        if (!physicalSeal.value().equals(sealCode)) {
            drawn();
        }
        sealCode = physicalSeal.value();
    }

    void chooseDrawnImprint(Instant now) {
        edit(now);
        drawn();
    }

    /** The picture must be kept before. */
    void chooseImprint(ImprintSource source, Digest picture, Instant now) {
        edit(now);
        imprintSource = source;
        imprintSha256 = picture.bytes();
    }

    void attach(UUID file, Instant now) {
        edit(now);
        fileId = file;
    }

    void detachFile(Instant now) {
        edit(now);
        fileId = null;
    }

    void declare(String text, Instant now) {
        edit(now);
        declaration = text;
    }

    /** What still has to be filled in, in the order of the pages. */
    Set<ApplicationPart> missing() {
        Set<ApplicationPart> missing = EnumSet.noneOf(ApplicationPart.class);
        if (uscc == null) {
            missing.add(ApplicationPart.ENTERPRISE);
        }
        if (sealCode == null) {
            missing.add(ApplicationPart.PHYSICAL_SEAL);
        }
        if (fileId == null) {
            missing.add(ApplicationPart.SUPPORTING_FILE);
        }
        if (declaration == null) {
            missing.add(ApplicationPart.DECLARATION);
        }
        return missing;
    }

    void submit(CanonicalContent content, Commitments commitments, Instant now) {
        Set<ApplicationPart> missing = missing();
        if (!missing.isEmpty()) {
            throw new IncompleteApplicationException(missing);
        }
        follow(status == ApplicationStatus.DRAFT ? ApplicationEvent.SUBMIT : ApplicationEvent.RESUBMIT, now);
        round++;
        enterpriseNameZh = content.enterprise().nameZh();
        enterpriseNameEn = content.enterprise().nameEn();
        submissions.add(
                new Submission(this, round, applicantId, now, Objects.requireNonNull(fileId), content, commitments));
        registerEvent(new ApplicationSubmitted(
                id,
                reference(),
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
        beginReview(now);
        Submission submission = submission();
        Decision decision = new Decision(this, round, submission.commitments().content(), verdict, now);
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
        return Gates.state(bureau, round, submission().commitments().content(), decisionViews());
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
                applicantId,
                status,
                round,
                Optional.ofNullable(uscc).map(Uscc::new).orElse(null),
                enterpriseNameZh,
                enterpriseNameEn,
                Optional.ofNullable(sealCode).map(SealCode::new).orElse(null),
                kind,
                imprintSource,
                imprint(),
                validity(),
                fileId,
                declaration,
                missing(),
                startedAt,
                changedAt,
                endedAt,
                submissions.stream().map(this::view).toList(),
                decisionViews());
    }

    ApplicationSummary summary() {
        return new ApplicationSummary(
                reference(), enterpriseNameZh, enterpriseNameEn, status.publicStatus(), changedAt);
    }

    private SubmissionView view(Submission submission) {
        return new SubmissionView(
                submission.round(),
                submission.submittedAt(),
                submission.enterprise(),
                submission.physicalSeal(),
                submission.kind(),
                submission.imprintSource(),
                submission.imprint(),
                submission.validity(),
                submission.fileId(),
                submission.declaration(),
                submission.commitments().content());
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

    SealKind kind() {
        return kind;
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

    @Nullable
    UUID fileId() {
        return fileId;
    }

    private void approved(Bureau bureau, Submission submission, Instant now) {
        if (bureau != Bureau.DATA_ADMINISTRATION) {
            return;
        }
        end(ApplicationEvent.ISSUE, now);
        EnterpriseDetails enterprise = submission.enterprise();
        Commitments commitments = submission.commitments();
        registerEvent(new ApplicationApproved(
                id,
                reference(),
                applicantId,
                onChainId(),
                commitments.enterprise(),
                commitments.physicalSeal(),
                commitments.content(),
                enterprise.uscc(),
                enterprise.nameZh(),
                enterprise.nameEn(),
                submission.physicalSeal(),
                submission.kind(),
                submission.imprintSource(),
                submission.imprint(),
                submission.validity(),
                now));
    }

    private void drawn() {
        imprintSource = ImprintSource.DRAWN_FROM_FILING;
        imprintSha256 = null;
    }

    private Set<Bureau> approvals() {
        return Arrays.stream(Bureau.values())
                .filter(bureau -> gate(bureau) == GateState.APPROVED)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean registersApprove() {
        return Gates.registersApprove(round, submission().commitments().content(), decisionViews());
    }

    private void edit(Instant now) {
        if (!status.editable()) {
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
