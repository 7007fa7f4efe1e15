package org.yinxin.ledger;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells the overseers when entries wait for the chain longer than they should, whatever the reason, and when that is over. */
@Component
class QueueAlarm {

    private static final Duration LOOK_AFTER = Duration.ofSeconds(1);

    private final Queue queue;
    private final Incidents incidents;
    private final LedgerSettings settings;
    private boolean told;
    private long lookedAt = System.nanoTime() - LOOK_AFTER.toNanos();

    QueueAlarm(Queue queue, Incidents incidents, LedgerSettings settings) {
        this.queue = queue;
        this.incidents = incidents;
        this.settings = settings;
    }

    /** @param trouble what the writer last stumbled over, or that it did not */
    void look(String trouble) {
        if (System.nanoTime() - lookedAt < LOOK_AFTER.toNanos()) {
            return;
        }
        lookedAt = System.nanoTime();
        Queue.State state = queue.state();
        boolean late = state.oldest().compareTo(settings.alarmAfter()) > 0;
        if (late && !told) {
            incidents.report(
                    Incidents.Kind.ENTRIES_WAIT,
                    state.waiting() + " entries wait, " + state.underWay()
                            + " transactions are on their way; the oldest " + "entry waits for "
                            + state.oldest().toSeconds() + " seconds. " + trouble);
        } else if (told && !late) {
            incidents.report(Incidents.Kind.ENTRIES_FLOW, state.waiting() + " entries wait");
        }
        told = late;
    }
}
