package org.yinxin.application.web;

import org.jspecify.annotations.Nullable;

/** What happened to the key before. */
record ReasonForm(@Nullable String reason) {}
