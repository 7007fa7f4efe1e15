package org.yinxin.review;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.account.People;
import org.yinxin.account.PersonView;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.Applications;
import org.yinxin.application.ApprovalOvertakenException;
import org.yinxin.application.GateClosedException;
import org.yinxin.application.KeyMissingException;
import org.yinxin.application.Outcome;
import org.yinxin.application.SubmissionView;
import org.yinxin.application.Verdict;
import org.yinxin.review.ReviewResult.Done;
import org.yinxin.review.ReviewResult.Refused;
import org.yinxin.shared.Reference;
import org.yinxin.site.NotFoundException;

/** What officers do with cases: take, hand over, release, decide. */
@Service
public class Reviews {

    private final GateCases cases;
    private final Applications applications;
    private final People people;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reviews(
            GateCases cases,
            Applications applications,
            People people,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.applications = applications;
        this.people = people;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Transactional
    public ReviewResult take(Officer officer, Reference reference) {
        GateCase gate = locked(officer, reference);
        if (officer.id().equals(gate.assignee())) {
            return new Done();
        }
        Optional<Objection> objection = ReviewPolicy.take(officer, gate, applicant(gate));
        if (objection.isEmpty()) {
            cases.assign(gate, officer.id(), officer.id(), clock.instant());
            applications.beginReview(gate.applicationId());
        }
        return result(objection, gate.assignee());
    }

    @Transactional
    public ReviewResult release(Officer officer, Reference reference) {
        GateCase gate = locked(officer, reference);
        Optional<Objection> objection = ReviewPolicy.release(officer, gate);
        if (objection.isEmpty()) {
            cases.assign(gate, null, officer.id(), clock.instant());
        }
        return result(objection, gate.assignee());
    }

    @Transactional
    public ReviewResult handOver(Officer officer, Reference reference, Officer colleague) {
        GateCase gate = locked(officer, reference);
        Optional<Objection> objection = ReviewPolicy.handOver(officer, gate, colleague, applicant(gate));
        if (objection.isEmpty()) {
            cases.assign(gate, colleague.id(), officer.id(), clock.instant());
            applications.beginReview(gate.applicationId());
        }
        return result(objection, gate.assignee());
    }

    /**
     * Decides for the officer's bureau, or says calmly why not: of two officers at once, the second is refused.
     *
     * @param round the submission that the officer looked at
     */
    public ReviewResult decide(
            Officer officer,
            Reference reference,
            int round,
            Outcome outcome,
            Set<ApplicationPart> parts,
            String reason) {
        Verdict verdict = new Verdict(officer.bureau(), officer.id(), round, outcome, parts, reason);
        try {
            ReviewResult result = transaction.execute(status -> decideNow(officer, reference, verdict));
            return Objects.requireNonNull(result);
        } catch (GateClosedException e) {
            return new Refused(Objection.NOT_OPEN, null);
        } catch (KeyMissingException e) {
            return new Refused(Objection.KEY_MISSING, null);
        } catch (ApprovalOvertakenException e) {
            return new Refused(Objection.OVERTAKEN, null);
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMostSpecificCause().getMessage())
                    .contains("decision_application_id_bureau_round")) {
                return new Refused(Objection.NOT_OPEN, null);
            }
            throw e;
        }
    }

    private ReviewResult decideNow(Officer officer, Reference reference, Verdict verdict) {
        GateCase gate = locked(officer, reference);
        ApplicationView application = applications.locked(gate.applicationId());
        SubmissionView submitted = application.submission().orElseThrow();
        Optional<Objection> objection =
                ReviewPolicy.decide(officer, gate, applicant(gate), submitted.contentDigest(), application.decisions());
        if (objection.isEmpty()) {
            applications.decide(gate.applicationId(), verdict);
        }
        return result(objection, gate.assignee());
    }

    private GateCase locked(Officer officer, Reference reference) {
        GateCase known =
                cases.find(reference, officer.bureau()).orElseThrow(() -> new NotFoundException("case " + reference));
        // The application's row first, always: decisions change several gates' rows and would else wait crosswise.
        applications.locked(known.applicationId());
        return cases.lock(reference, officer.bureau()).orElseThrow();
    }

    private @Nullable PersonView applicant(GateCase gate) {
        return people.find(gate.applicantId()).orElse(null);
    }

    private ReviewResult result(Optional<Objection> objection, @Nullable UUID assignee) {
        if (objection.isEmpty()) {
            return new Done();
        }
        String colleague = assignee == null
                ? null
                : people.find(assignee).map(PersonView::displayName).orElse(null);
        return new Refused(objection.get(), colleague);
    }
}
