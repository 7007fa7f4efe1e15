package org.yinxin.application.web;

import org.jspecify.annotations.Nullable;

/** Which of the applicant's keys. */
record KeyForm(@Nullable String key) {}
