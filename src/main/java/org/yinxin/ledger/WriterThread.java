package org.yinxin.ledger;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the writer going: at once after a commit, again while something is on its way, and now and then anyhow. */
@Component
class WriterThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WriterThread.class);

    private final LedgerWriter writer;
    private final QueueAlarm alarm;
    private final LedgerSettings settings;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private boolean silent;

    WriterThread(LedgerWriter writer, QueueAlarm alarm, LedgerSettings settings) {
        this.writer = writer;
        this.alarm = alarm;
        this.settings = settings;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(EntryAdded added) {
        wakeUps.release();
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name("ledger-writer").daemon().unstarted(this::run);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopped = thread;
        thread = null;
        wakeUps.release();
        try {
            if (stopped != null) {
                stopped.join(settings.answerWithin().plusSeconds(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (Thread.currentThread() == thread) {
            Duration rest = passAndRest();
            try {
                if (wakeUps.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Duration passAndRest() {
        Duration rest = settings.idle();
        String trouble = "The writer met with no trouble.";
        try {
            rest = writer.pass() ? settings.poll() : settings.idle();
            if (silent) {
                LOG.info("The chain answers again");
                silent = false;
            }
        } catch (NodeSilentException e) {
            trouble = String.valueOf(e.getMessage());
            if (!silent) {
                LOG.warn("The chain is silent; entries wait until it answers. {}", trouble);
                silent = true;
            }
        } catch (RuntimeException e) {
            LOG.error("The outbox could not be worked off; it will be tried again", e);
            trouble = "The writer failed with " + e.getClass().getSimpleName() + ".";
            rest = settings.idle().multipliedBy(5);
        }
        lookForDelay(trouble);
        return rest;
    }

    private void lookForDelay(String trouble) {
        try {
            alarm.look(trouble);
        } catch (RuntimeException e) {
            LOG.warn("Nobody can be told how long entries wait: the database does not answer", e);
        }
    }
}
