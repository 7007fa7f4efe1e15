package org.yinxin.sealing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends what a dead machine left half done or nobody signed, and throws drafts away that nobody came back for. */
@Component
class Housekeeping {

    private static final Duration LONGEST_SEALING = Duration.ofMinutes(10);

    private final UseRows uses;
    private final DraftRows drafts;
    private final Stamping stamping;
    private final SealingSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Housekeeping(
            UseRows uses,
            DraftRows drafts,
            Stamping stamping,
            SealingSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.uses = uses;
        this.drafts = drafts;
        this.stamping = stamping;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void tidy() {
        List<UUID> unfinished = uses.unfinished(clock.instant().minus(LONGEST_SEALING)).stream()
                .map(Use::id)
                .toList();
        unfinished.forEach(use -> stamping.abandon(use, "interrupted"));
        transaction.executeWithoutResult(
                status -> uses.neverSigned(clock.instant()).forEach(use -> use.expire(clock.instant())));
        transaction.executeWithoutResult(
                status -> drafts.deleteLeftBefore(clock.instant().minus(settings.draftsKept())));
    }
}
