package org.yinxin.seal;

/** Who moves a seal on in its life. */
public enum SealActor {
    /** The enterprise, through its legal representative. */
    OWNER,
    /** An officer, for one of the three bureaus. */
    BUREAU,
    /** The platform itself: time went by, or the chain answered. */
    PLATFORM
}
