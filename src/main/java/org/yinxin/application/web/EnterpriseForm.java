package org.yinxin.application.web;

import org.jspecify.annotations.Nullable;

/** Which of the applicant's enterprises. */
record EnterpriseForm(@Nullable String uscc) {}
