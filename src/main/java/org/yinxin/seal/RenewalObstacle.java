package org.yinxin.seal;

/** Why a seal is not renewed now. */
public enum RenewalObstacle {
    /** Only a seal in use is renewed; one that ended needs a new application. */
    NOT_IN_USE,
    /** There is time: renewal opens before the period ends. */
    TOO_EARLY,
    /** What happened last is still being recorded. */
    BEING_RECORDED,
    /** The bureaus look at another key for this very version. */
    KEY_BEING_REPLACED,
    /** The market register says something else of the enterprise than the bureaus approved. */
    ENTERPRISE_CHANGED,
    /** The physical seal's filing is no longer what the bureaus approved. */
    FILING_CHANGED
}
