package org.yinxin.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.shared.Reference;
import org.yinxin.site.NotFoundException;

/** Applications as the bureaus and the seal's maker meet them. */
@Service
public class Applications {

    private final SealApplications applications;
    private final SupportingFiles files;
    private final Ledger ledger;
    private final Clock clock;

    Applications(SealApplications applications, SupportingFiles files, Ledger ledger, Clock clock) {
        this.applications = applications;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ApplicationView> find(UUID id) {
        return applications.findById(id).map(SealApplication::view);
    }

    @Transactional(readOnly = true)
    public Optional<ApplicationView> find(Reference reference) {
        return applications.findByReference(reference.value()).map(SealApplication::view);
    }

    /** A file that was handed in with the application, now or in an earlier round. */
    @Transactional(readOnly = true)
    public Optional<SupportingFile> file(UUID applicationId, UUID fileId) {
        return files.find(applicationId, fileId);
    }

    /** The application as it stands, held back from all other changes until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ApplicationView locked(UUID id) {
        return lock(id).view();
    }

    /** A bureau takes the application up; nothing happens when another one already has. */
    @Transactional
    public void beginReview(UUID id) {
        SealApplication application = lock(id);
        if (application.status().decidable()) {
            application.beginReview(clock.instant());
            applications.save(application);
        }
    }

    /**
     * Writes a bureau's decision into the books and hands it to the ledger, both or neither. The third approval
     * publishes {@link ApplicationApproved} before this returns.
     *
     * @throws GateClosedException when the gate is not open for the round the officer looked at
     */
    @Transactional
    public DecisionView decide(UUID id, Verdict verdict) {
        SealApplication application = lock(id);
        Instant now = clock.instant();
        Decision decision = application.decide(verdict, now);
        ledger.record(new LedgerEntry.Decision(
                decision.id(),
                id,
                verdict.bureau(),
                application.onChainId(),
                application.submission().committed(),
                outcome(verdict.outcome()),
                decision.reasonCommitment()));
        // the decision's row first, then the events that speak of it
        applications.flush();
        applications.save(application);
        return decision.view();
    }

    private SealApplication lock(UUID id) {
        return applications.lock(id).orElseThrow(() -> new NotFoundException("application " + id));
    }

    private static LedgerEntry.Outcome outcome(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> LedgerEntry.Outcome.APPROVED;
            case RETURNED -> LedgerEntry.Outcome.RETURNED;
            case REFUSED -> LedgerEntry.Outcome.REFUSED;
        };
    }
}
