package org.yinxin.sealing;

/** Who moves a use on. */
public enum UseActor {
    /** Whoever holds the mandate: the legal representative, a handler, a machine. */
    HOLDER,
    PLATFORM,
    LEDGER
}
