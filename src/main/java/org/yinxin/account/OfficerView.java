package org.yinxin.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One officer or administrator with what their administrator needs to help them. */
public record OfficerView(OfficerRow officer, @Nullable Instant lastSignIn, boolean locked) {}
