package org.yinxin.ledger;

/** Why a node does not take a transaction, as far as that decides what happens next. */
public enum Rejection {
    /** The nonce stands in a block: ours does, or somebody else's transaction took its place. */
    NONCE_USED,
    /** The nonce lies too far ahead of what the node knows of the account. */
    NONCE_DISTANT,
    /** Another transaction with this nonce waits in the node's pool. */
    NONCE_CONTESTED,
    /** The node wants to be paid. */
    UNDERPRICED,
    /** The transaction asks for more gas than the node or its blocks allow. */
    TOO_MUCH_GAS,
    /** The account may not send to this network. */
    NOT_PERMITTED,
    /** The node's pool is full, or the node has not caught up yet. */
    NOT_READY,
    /** Anything else. */
    OTHER
}
