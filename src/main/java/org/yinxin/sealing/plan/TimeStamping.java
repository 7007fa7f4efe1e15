package org.yinxin.sealing.plan;

/** Whether the seal's own signature (GB/T 38540-2020) carries a time stamp. None can be added to it later. */
public enum TimeStamping {
    /** None was asked for. */
    NOT_ASKED,
    STAMPED,
    /** No authority answered: the signature stands without one. */
    UNAVAILABLE
}
