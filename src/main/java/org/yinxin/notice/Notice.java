package org.yinxin.notice;

import java.time.Instant;
import java.util.UUID;

/** One thing that one person was told. */
public record Notice(UUID id, Instant at, News news, boolean unread) {}
