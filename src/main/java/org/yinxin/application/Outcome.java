package org.yinxin.application;

/** What a bureau can decide on an application. */
public enum Outcome {
    APPROVED,
    RETURNED,
    REFUSED
}
