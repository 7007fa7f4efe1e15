package org.yinxin.seal;

import java.time.Clock;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.Uscc;

/** Writes down that a seal's period ran out; whoever asks in between is answered by the clock already. */
@Component
class SealExpiry {

    private final SealRepository seals;
    private final Clock clock;

    SealExpiry(SealRepository seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
    @Transactional
    public void expireOverdue() {
        seals.overdue(clock.instant()).forEach(this::expire);
    }

    /** Frees the enterprise's place for a new seal. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void expireOverdue(Uscc uscc) {
        seals.overdueOf(uscc.value(), clock.instant()).forEach(this::expire);
        seals.flush();
    }

    private void expire(UUID seal) {
        seals.lock(seal).ifPresent(locked -> locked.expire(clock.instant()));
    }
}
