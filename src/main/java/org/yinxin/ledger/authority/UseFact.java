package org.yinxin.ledger.authority;

import java.util.UUID;
import org.yinxin.shared.Digest;

/**
 * A recorded use as its event told it; whoever speaks of a use tells it to the contract in full.
 *
 * @param sealed the commitment to the sealed revision
 */
public record UseFact(
        UUID entry,
        Digest seal,
        Digest use,
        Digest authorised,
        Digest sealed,
        Digest purpose,
        Digest mandate,
        Digest kind) {

    /** What the use book's chain of hashes takes in, as the contract computes it. */
    public Digest digest() {
        return new AbiWords()
                .bytes16(entry)
                .bytes32(seal)
                .bytes32(use)
                .bytes32(authorised)
                .bytes32(sealed)
                .bytes32(purpose)
                .bytes32(mandate)
                .bytes32(kind)
                .keccak();
    }
}
