package org.yinxin.ledger;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.shared.Digest;

/**
 * A recorded use as the contract's event holds it.
 *
 * @param number the seal's consecutive number of this use
 * @param mandate on whose authority
 * @param kind the salted leaf of the document's kind; zero where the mandate allows every kind
 * @param head the hash of the use book after this use
 */
public record UseOnChain(
        UUID entryId,
        Digest seal,
        long number,
        Digest authorised,
        Digest sealed,
        Digest purpose,
        Digest mandate,
        Digest kind,
        Digest head,
        long blockNumber,
        Instant blockTime) {}
