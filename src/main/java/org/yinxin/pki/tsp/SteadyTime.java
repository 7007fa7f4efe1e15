package org.yinxin.pki.tsp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The time that goes into tokens: it never runs backwards, and refuses to be told when the machine's clock jumped back. */
public final class SteadyTime {

    private static final Duration TOLERATED = Duration.ofSeconds(1);

    private final Clock clock;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    public SteadyTime(Clock clock) {
        this.clock = clock;
    }

    /** @throws ClockSetBackException while the clock says less than it did, beyond the accuracy that tokens claim */
    public Instant next() {
        Instant now = clock.instant();
        Instant told = latest.accumulateAndGet(now, (one, other) -> one.isAfter(other) ? one : other);
        if (now.isBefore(told.minus(TOLERATED))) {
            throw new ClockSetBackException(now, told);
        }
        return told;
    }

    /** The machine's clock was set back: what it says now would contradict tokens that are out already. */
    public static class ClockSetBackException extends RuntimeException {

        ClockSetBackException(Instant now, Instant told) {
            super("The clock says " + now + " after " + told + " was told");
        }
    }
}
