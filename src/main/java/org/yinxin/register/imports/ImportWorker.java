package org.yinxin.register.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.register.RegisterKind;

/** Looks for confirmed imports and runs them on a thread of its own, so that long files hold up nobody else's jobs. */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN = Duration.ofDays(7);
    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    private final ImportRun run;
    private final Imports imports;
    private final TransactionOperations transactions;
    private final Clock clock;
    private @Nullable ScheduledExecutorService thread;

    ImportWorker(ImportRun run, Imports imports, TransactionOperations transactions, Clock clock) {
        this.run = run;
        this.imports = imports;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("register-imports").daemon().factory());
        started.scheduleWithFixedDelay(this::work, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** A run that does not end in time is rolled back with its connection and called interrupted at the next start. */
    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(10, TimeUnit.SECONDS)) {
                    running.shutdownNow();
                }
            } catch (InterruptedException e) {
                running.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void work() {
        try {
            for (RegisterKind kind : RegisterKind.values()) {
                boolean more = run.next(kind);
                while (more) {
                    more = run.next(kind);
                }
            }
            transactions.executeWithoutResult(
                    transaction -> imports.forgotten(clock.instant().minus(FORGOTTEN))
                            .forEach(id -> imports.move(id, ImportStatus.DISCARDED)));
        } catch (RuntimeException e) {
            log.warn("Imports pause until the database answers again: {}", e.toString());
        }
    }
}
