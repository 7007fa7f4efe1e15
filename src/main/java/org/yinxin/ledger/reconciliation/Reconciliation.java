package org.yinxin.ledger.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.site.Times;

/**
 * Compares database and chain again and again: what is new every minute, everything at night and when somebody asks. Of
 * several instances one works at a time.
 */
@Service
public class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final Comparisons comparisons;
    private final ComparisonRun run;
    private final FindingRows findings;
    private final ReconciliationMetrics metrics;
    private final ReconciliationSettings settings;
    private final TransactionTemplate inTransaction;

    Reconciliation(
            Comparisons comparisons,
            ComparisonRun run,
            FindingRows findings,
            ReconciliationMetrics metrics,
            ReconciliationSettings settings,
            TransactionTemplate inTransaction) {
        this.comparisons = comparisons;
        this.run = run;
        this.findings = findings;
        this.metrics = metrics;
        this.settings = settings;
        this.inTransaction = inTransaction;
    }

    /** Asks for a complete comparison now; it goes on beside whatever else happens. */
    public void compareNow(UUID person) {
        comparisons.ask(true, person);
        Thread.ofVirtual().name("reconciliation").start(this::work);
    }

    /** The comparison that runs or waits. */
    public Optional<Comparison> running() {
        return comparisons.open();
    }

    /** The comparison that ended last. */
    public Optional<Comparison> last() {
        return comparisons.last();
    }

    /** The last complete comparison that was carried through. */
    public Optional<Comparison> lastComplete() {
        return comparisons.lastComplete();
    }

    @Scheduled(initialDelay = 15, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void tick() {
        Instant now = comparisons.now();
        Optional<Instant> lastEnd = comparisons.last().map(Comparison::endedAt);
        if (lastEnd.isEmpty() || !now.isBefore(lastEnd.get().plus(settings.every()))) {
            comparisons.ask(completeDue(now), null);
        }
        work();
        metrics.show(findings.openByKind(), comparisons.lastComplete().map(Comparison::endedAt));
    }

    private boolean completeDue(Instant now) {
        return comparisons
                .lastComplete()
                .map(last -> ZonedDateTime.ofInstant(last.askedAt(), Times.ZONE))
                .map(CronExpression.parse(settings.fully())::next)
                .map(next -> !next.toInstant().isAfter(now))
                .orElse(true);
    }

    /** Works off what was asked for, unless another instance does. */
    void work() {
        Optional<Comparisons.Lease> lease = comparisons.take();
        while (lease.isPresent()) {
            compare(lease.get());
            lease = comparisons.take();
        }
    }

    private void compare(Comparisons.Lease taken) {
        Tenure tenure = new Tenure(taken);
        Instant began = comparisons.now();
        try {
            ComparisonRun.Result result = run.run(taken.comparison().complete(), comparisons.next(), tenure);
            inTransaction.executeWithoutResult(status -> store(tenure, result, began));
            metrics.took(Duration.between(began, comparisons.now()), result.complete());
        } catch (NotComparedException e) {
            LOG.warn("Database and chain could not be compared: {}", e.getMessage());
            comparisons.end(tenure.lease, Comparison.Outcome.NOT_COMPARED, e.getMessage(), null);
        } catch (RuntimeException e) {
            LOG.error("Database and chain could not be compared", e);
            comparisons.end(tenure.lease, Comparison.Outcome.NOT_COMPARED, "An error; see the log", null);
        }
    }

    private void store(Tenure tenure, ComparisonRun.Result result, Instant began) {
        if (!comparisons.end(tenure.lease, Comparison.Outcome.COMPARED, null, result.next())) {
            throw new IllegalStateException("Another instance has taken the comparison over");
        }
        Instant now = comparisons.now();
        result.findings().all().forEach(finding -> {
            if (findings.seen(finding, now)) {
                LOG.error("Database and chain do not match: {}", finding);
            }
        });
        findings.mend(began, now, result.complete());
    }

    /** Holds on to the comparison while it is worked on. */
    private final class Tenure implements ComparisonRun.Progress {

        private Comparisons.Lease lease;

        private Tenure(Comparisons.Lease lease) {
            this.lease = lease;
        }

        @Override
        public void at(long from, long to, long block) {
            lease = comparisons
                    .renew(lease, from, to, block)
                    .orElseThrow(() -> new IllegalStateException("Another instance has taken the comparison over"));
        }
    }
}
