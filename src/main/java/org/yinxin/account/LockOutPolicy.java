package org.yinxin.account;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after so many failures in a row.
 *
 * @param free how many failures cost nothing
 * @param pauses after each further failure; the last one repeats
 * @param closedAt the number of failures at which only a person at a counter can help (NIST SP 800-63B-4, 3.2.2: no
 *     more than 100); none for network addresses, which belong to many people
 * @param forgottenAfter the quiet time after which counting starts anew; none where only a success clears the count
 */
record LockOutPolicy(
        int free,
        List<Duration> pauses,
        @Nullable Integer closedAt,
        @Nullable Duration forgottenAfter) {

    /** For one sign-in name. */
    static final LockOutPolicy NAME = new LockOutPolicy(
            4,
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(60)),
            100,
            null);

    /** For one network address, behind which a whole office may sit. */
    static final LockOutPolicy ADDRESS = new LockOutPolicy(
            49,
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15)),
            null,
            Duration.ofHours(1));

    Duration pauseAfter(int failures) {
        if (failures <= free) {
            return Duration.ZERO;
        }
        return pauses.get(Math.min(failures - free, pauses.size()) - 1);
    }

    boolean closes(int failures) {
        return closedAt != null && failures >= closedAt;
    }
}
