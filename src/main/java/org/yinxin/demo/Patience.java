package org.yinxin.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for the chain while a story is told. */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Patience() {}

    /** @throws IllegalStateException when it does not come about in two minutes */
    static <T> T await(Clock clock, String what, Supplier<T> look, Predicate<T> done) {
        Instant end = clock.instant().plus(LONGEST);
        T seen = look.get();
        while (!done.test(seen)) {
            if (clock.instant().isAfter(end)) {
                throw new IllegalStateException("The chain did not confirm " + what + " within " + LONGEST);
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The portal stops", e);
        }
    }
}
