package org.yinxin.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Reference;

/** One line in a person's list of applications. */
public record ApplicationSummary(
        Reference reference,
        Purpose purpose,
        @Nullable String enterpriseNameZh,
        @Nullable String enterpriseNameEn,
        PublicStatus status,
        Instant changedAt) {}
