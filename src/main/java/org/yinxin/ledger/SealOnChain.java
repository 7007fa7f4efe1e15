package org.yinxin.ledger;

import java.time.Instant;
import org.yinxin.shared.Digest;

/**
 * A seal as the contract holds it now.
 *
 * @param uses how many uses it has numbered
 * @param head the last hash of its use book, zero before the first use
 */
public record SealOnChain(
        Status status,
        int version,
        Digest application,
        Digest sealDigest,
        Instant validFrom,
        Instant validTo,
        long uses,
        Digest head) {

    /** The contract's states of a seal, after its zero. */
    public enum Status {
        ISSUED,
        ACTIVE,
        SUSPENDED,
        REVOKED,
        REPLACED
    }
}
