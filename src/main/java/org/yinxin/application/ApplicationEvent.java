package org.yinxin.application;

/** What may happen to an application. */
public enum ApplicationEvent {
    SUBMIT,
    BEGIN_REVIEW,
    RETURN,
    RESUBMIT,
    REFUSE,
    ISSUE,
    WITHDRAW
}
