package org.yinxin.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of an account's history; an actor is named when it was somebody else. */
public record AccountEvent(
        AccountEventKind kind,
        Instant at,
        String browser,
        String address,
        @Nullable String actor) {}
