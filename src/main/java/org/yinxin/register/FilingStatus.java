package org.yinxin.register;

/** What became of a filed physical seal. */
public enum FilingStatus {
    /** 在用. */
    IN_USE,
    /** 挂失: lost or stolen, reported to the police. */
    LOST,
    /** 缴销: handed in. */
    SURRENDERED,
    /** 已销毁: destroyed. */
    DESTROYED;

    public boolean isInUse() {
        return this == IN_USE;
    }
}
