package org.yinxin.sealing;

/** Who moves a use on. */
public enum UseActor {
    LEGAL_REPRESENTATIVE,
    PLATFORM,
    LEDGER
}
