package org.yinxin.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signed transaction as the outbox keeps it.
 *
 * @param deploys whether it creates the contract
 * @param since since when it is on its way
 * @param sentAt when it was last sent
 * @param lost whether it once stood in a block that the chain has lost since
 */
record StoredTransaction(
        long id,
        boolean deploys,
        Party party,
        byte[] account,
        long nonce,
        byte[] hash,
        Instant since,
        @Nullable Instant sentAt,
        boolean lost) {}
