package org.yinxin.review;

/** Where a case stands on one bureau's desk. */
public enum CaseState {
    /** Waits for this bureau's decision. */
    OPEN,
    APPROVED,
    RETURNED,
    REFUSED,
    /** Another bureau returned the application before this one decided. */
    SENT_BACK,
    /** The application ended elsewhere: withdrawn, or refused by another bureau. */
    ENDED
}
