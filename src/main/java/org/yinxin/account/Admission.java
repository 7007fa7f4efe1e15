package org.yinxin.account;

import java.time.Instant;

/** Whether another attempt may be made now. */
sealed interface Admission {

    record Admitted() implements Admission {}

    /** Not before the given time. */
    record Paused(Instant until) implements Admission {}

    /** Not until an officer or administrator has helped. */
    record Closed() implements Admission {}
}
