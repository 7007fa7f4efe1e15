package org.yinxin.application;

/** The few states an applicant needs to tell apart. */
public enum PublicStatus {
    DRAFT,
    UNDER_REVIEW,
    CORRECTION_NEEDED,
    ISSUED,
    REFUSED,
    WITHDRAWN
}
