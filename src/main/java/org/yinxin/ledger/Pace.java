package org.yinxin.ledger;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Slows down what makes entries while more of them wait than the chain soon works off: whoever asks waits a little, and if
 * that does not help is told when to come again. Nothing that was accepted is ever refused for it.
 */
@Service
public class Pace {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Queue queue;
    private final LedgerSettings settings;

    Pace(Queue queue, LedgerSettings settings) {
        this.queue = queue;
        this.settings = settings;
    }

    /**
     * More waits than is good.
     *
     * @param before entries that wait for the chain
     * @param tryAgainIn when there is likely to be room
     */
    public record Busy(long before, Duration tryAgainIn) {

        /** For a sentence: full minutes, one at least. */
        public long minutes() {
            return Math.max(1, tryAgainIn.plusSeconds(59).toMinutes());
        }
    }

    /** From how many waiting entries on it slows down. */
    public int slowAbove() {
        return settings.slowAbove();
    }

    /** Returns at once, or after a bounded wait; empty when the caller may go ahead. */
    public Optional<Busy> await() {
        long end = System.nanoTime() + settings.patience().toNanos();
        Queue.State state = queue.state();
        while (state.waiting() >= settings.slowAbove()) {
            if (System.nanoTime() >= end || !rest()) {
                return Optional.of(new Busy(state.waiting(), state.expected()));
            }
            state = queue.state();
        }
        return Optional.empty();
    }

    private static boolean rest() {
        try {
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
