package org.yinxin.ledger.authority;

import java.util.UUID;
import org.yinxin.shared.Digest;

/**
 * A word on a use as its event told it.
 *
 * @param party the number of the party whose account brought it
 * @param mandate on whose authority; zero when a bureau or the court spoke for itself
 */
public record MarkFact(UUID entry, Digest seal, Digest use, MarkKind mark, Digest reason, int party, Digest mandate) {

    /** What the use book's chain of hashes takes in, as the contract computes it. */
    public Digest digest() {
        return new AbiWords()
                .bytes16(entry)
                .bytes32(seal)
                .bytes32(use)
                .uint(mark.ordinal())
                .bytes32(reason)
                .uint(party)
                .bytes32(mandate)
                .keccak();
    }
}
