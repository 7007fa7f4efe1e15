package org.yinxin.register;

/** Where an enterprise stands in the market register. */
public enum EnterpriseStatus {
    /** 存续: in business. */
    ACTIVE,
    /** 经营异常: on the list of irregular operations until it mends what it owes. */
    ABNORMAL,
    /** 歇业: business paused by its own declaration. */
    SUSPENDED,
    /** 吊销: the licence was revoked, the enterprise is being wound up. */
    LICENCE_REVOKED,
    /** 注销: struck off. */
    DEREGISTERED;

    /** Whether an enterprise in this state may ask for an e-seal. */
    public boolean isActive() {
        return this == ACTIVE;
    }
}
