package org.yinxin.review.web;

import org.jspecify.annotations.Nullable;

/** The colleague who is to take a case on. */
record HandOverForm(@Nullable String colleague) {}
