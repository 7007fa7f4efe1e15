package org.yinxin.ledger;

/**
 * An entry that has not settled yet.
 *
 * @param announced whether the rest of the application was told of an earlier settlement that the chain lost
 */
record WaitingEntry(LedgerEntry entry, boolean announced) {}
