package org.yinxin.account;

import java.io.Serializable;
import java.time.Instant;

/** What a session remembers of the sign-in that began it. */
public record SessionTrace(Instant since, Origin origin) implements Serializable {

    /** The session attribute that holds the trace. */
    public static final String ATTRIBUTE = "session-trace";
}
