package org.yinxin.account;

/** Whether a person may sign in. */
public enum PersonStatus {
    ACTIVE,
    SUSPENDED
}
