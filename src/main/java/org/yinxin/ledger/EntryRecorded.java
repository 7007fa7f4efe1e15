package org.yinxin.ledger;

import java.util.UUID;

/** The chain has taken an entry; published in the transaction that stores its receipt. */
public record EntryRecorded(UUID entryId, LedgerEntry entry, Receipt receipt) {}
