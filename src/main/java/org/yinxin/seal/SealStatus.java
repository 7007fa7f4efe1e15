package org.yinxin.seal;

import org.yinxin.ledger.SealOnChain;

/** Where a seal stands in its life. */
public enum SealStatus {
    /** 已制发: it exists, its owner has not taken it into use yet. */
    ISSUED,
    /** 有效: it can be used. */
    ACTIVE,
    /** 已停用: stopped by a bureau until it resumes or revokes it. */
    SUSPENDED,
    /** 已注销: ended for good by a bureau, or never confirmed by the chain. */
    REVOKED,
    /** 已换发: a newer version took its place. */
    REPLACED,
    /** 已过期: its period ran out. */
    EXPIRED;

    /** Whether the seal stands in the way of another one for the same enterprise or physical seal. */
    public boolean inForce() {
        return this == ISSUED || this == ACTIVE || this == SUSPENDED;
    }

    /**
     * Whether the chain holds such a seal in this state. It does not watch the clock, so a seal whose period ran out stands
     * there as it stood before.
     */
    public boolean standsAs(SealOnChain.Status chain) {
        return switch (this) {
            case ISSUED -> chain == SealOnChain.Status.ISSUED;
            case ACTIVE -> chain == SealOnChain.Status.ACTIVE;
            case SUSPENDED -> chain == SealOnChain.Status.SUSPENDED;
            case REVOKED -> chain == SealOnChain.Status.REVOKED;
            case EXPIRED -> chain != SealOnChain.Status.REVOKED && chain != SealOnChain.Status.REPLACED;
            case REPLACED -> chain == SealOnChain.Status.REPLACED;
        };
    }
}
