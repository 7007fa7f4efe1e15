package org.yinxin.ledger.authority;

/** What an entry says of an earlier use. The order is the contract's. */
public enum MarkKind {
    /** Whoever may speak for the seal declares the use void. */
    VOID,
    /** Somebody with standing disputes it. */
    DISPUTE
}
