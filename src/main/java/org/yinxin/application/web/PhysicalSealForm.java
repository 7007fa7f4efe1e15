package org.yinxin.application.web;

import org.jspecify.annotations.Nullable;

/** Which of the enterprise's physical seals. */
record PhysicalSealForm(@Nullable String code) {}
