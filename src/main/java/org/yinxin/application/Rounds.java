package org.yinxin.application;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;

/** What was submitted, round after round, and what the bureaus decided on it. */
@Embeddable
class Rounds {

    private int round;

    @OneToMany(mappedBy = "application", cascade = CascadeType.PERSIST)
    @OrderBy("round")
    private List<Submission> submissions = new ArrayList<>();

    @OneToMany(mappedBy = "application", cascade = CascadeType.PERSIST)
    @OrderBy("decidedAt")
    private List<Decision> decisions = new ArrayList<>();

    /** Zero before the first submission. */
    int current() {
        return round;
    }

    void begin(
            SealApplication application,
            @Nullable UUID file,
            CanonicalContent content,
            Commitments commitments,
            Instant now) {
        round++;
        submissions.add(new Submission(application, round, application.applicantId(), now, file, content, commitments));
    }

    ApplicationSubmitted submitted(SealApplication application, CanonicalContent content, Instant now) {
        EnterpriseDetails enterprise = content.enterprise();
        return new ApplicationSubmitted(
                application.id(),
                application.reference(),
                application.purpose(),
                application.applicantId(),
                enterprise.uscc(),
                enterprise.nameZh(),
                enterprise.nameEn(),
                content.physicalSeal(),
                round,
                approvals(),
                now);
    }

    Decision decide(SealApplication application, Verdict verdict, Instant now) {
        Decision decision = new Decision(application, round, submission().contentDigest(), verdict, now);
        decisions.add(decision);
        return decision;
    }

    ApplicationDecided decided(SealApplication application, Verdict verdict, Instant now) {
        return new ApplicationDecided(
                application.id(),
                verdict.bureau(),
                round,
                verdict.outcome(),
                verdict.officerId(),
                application.status(),
                registersApprove(),
                now);
    }

    /** The submission the bureaus look at now. */
    Submission submission() {
        return submissions.getLast();
    }

    GateState gate(Bureau bureau) {
        return Gates.state(bureau, round, submission().contentDigest(), decisionViews());
    }

    private Set<Bureau> approvals() {
        return Arrays.stream(Bureau.values())
                .filter(bureau -> gate(bureau) == GateState.APPROVED)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean registersApprove() {
        return Gates.registersApprove(round, submission().contentDigest(), decisionViews());
    }

    List<SubmissionView> submissionViews() {
        return submissions.stream().map(Submission::view).toList();
    }

    List<DecisionView> decisionViews() {
        return decisions.stream().map(Decision::view).toList();
    }
}
