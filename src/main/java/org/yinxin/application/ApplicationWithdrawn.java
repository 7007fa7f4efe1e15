package org.yinxin.application;

import java.time.Instant;
import java.util.UUID;

/** The applicant took an application back before it was decided. */
public record ApplicationWithdrawn(UUID applicationId, Instant at) {}
