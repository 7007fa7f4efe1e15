package org.yinxin.ledger.reconciliation;

/** In what way database and chain do not match. */
public enum FindingKind {
    /** A row says something else than the chain. */
    ROW_CHANGED,
    /** The chain holds what no row tells any more. */
    ROW_MISSING,
    /** A row tells what the chain does not hold, and nothing that we signed ever said. */
    ROW_INSERTED,
    /** A use stands under another number than the chain gave it. */
    RENUMBERED,
    /** A receipt names another transaction, block or place than the event's. */
    WRONG_BLOCK,
    /** We signed and sent it, the row calls it recorded, and the chain does not hold it. */
    EVENT_MISSING,
    /** The contract tells of an entry that none of our transactions brought. */
    EVENT_FOREIGN,
    /** A seal stands otherwise on the chain than in the books. */
    STATE_DIFFERS,
    /** The entries of a use book do not follow one another, on the chain or in the database. */
    BOOK_BROKEN,
    /** A row holds something that no such row can hold, so that it cannot even be compared. */
    UNREADABLE
}
