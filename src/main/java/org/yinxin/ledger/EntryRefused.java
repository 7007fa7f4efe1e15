package org.yinxin.ledger;

import java.util.UUID;

/**
 * The contract did not take an entry; published in the transaction that stores the refusal.
 *
 * @param reason the name of the contract's error or refusal, such as {@code SealNotActive}
 */
public record EntryRefused(UUID entryId, LedgerEntry entry, String reason) {}
