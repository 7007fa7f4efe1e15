package org.yinxin.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.ledger.Receipt;
import org.yinxin.seal.Seals;

/** Shows that the register is alive, a few seconds old at most; never makes a visitor wait for a silent node. */
@Component
public class RegisterPulse {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration STILL_TRUE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Seals seals;
    private final Ledger ledger;
    private final ChainReader chain;
    private final AsyncTaskExecutor executor;
    private final Clock clock;
    private @Nullable Pulse last;
    private @Nullable CompletableFuture<Pulse> asking;

    RegisterPulse(
            Seals seals, Ledger ledger, ChainReader chain, AsyncTaskExecutor applicationTaskExecutor, Clock clock) {
        this.seals = seals;
        this.ledger = ledger;
        this.chain = chain;
        this.executor = applicationTaskExecutor;
        this.clock = clock;
    }

    /**
     * What the register says of itself.
     *
     * @param last the newest record; absent before the first
     * @param parties how each node stands to that record
     * @param oneParty whether the chain is the embedded one, which a single party keeps
     */
    public record Pulse(
            long sealsInForce, @Nullable Receipt last, List<NodeAnswer> parties, boolean oneParty, Instant at) {

        public long agreeing() {
            return parties.stream()
                    .filter(party -> party.stand() == NodeAnswer.Stand.AGREES)
                    .count();
        }
    }

    /** Empty when it cannot be found out in a moment. */
    public Optional<Pulse> feel() {
        Pulse known = last();
        if (known != null && younger(known, FRESH)) {
            return Optional.of(known);
        }
        @Nullable Pulse fallback = known != null && younger(known, STILL_TRUE) ? known : null;
        return Optional.ofNullable(ask().completeOnTimeout(fallback, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> fallback)
                .join());
    }

    private synchronized @Nullable Pulse last() {
        return last;
    }

    /** One question at a time, however many visitors wait for its answer. */
    private synchronized CompletableFuture<@Nullable Pulse> ask() {
        CompletableFuture<Pulse> running = asking;
        if (running == null || running.isDone()) {
            running = CompletableFuture.supplyAsync(this::measure, executor);
            asking = running;
        }
        return running.thenApply(pulse -> pulse);
    }

    private Pulse measure() {
        Receipt newest = ledger.latest().orElse(null);
        List<NodeAnswer> parties = newest == null ? List.of() : chain.witnesses(newest);
        Pulse pulse = new Pulse(seals.countActive(), newest, parties, chain.embedded(), clock.instant());
        synchronized (this) {
            last = pulse;
        }
        return pulse;
    }

    private boolean younger(Pulse pulse, Duration age) {
        return clock.instant().isBefore(pulse.at().plus(age));
    }
}
