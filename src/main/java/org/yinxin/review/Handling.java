package org.yinxin.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody took, handed over or released a case; without an assignee it was released. */
public record Handling(UUID officerId, @Nullable UUID assignee, Instant at) {}
