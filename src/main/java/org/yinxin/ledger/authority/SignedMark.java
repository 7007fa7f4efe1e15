package org.yinxin.ledger.authority;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.shared.Digest;

/**
 * A word on an earlier use, which gets a number of its own in the use book.
 *
 * @param seal the seal's identifier in its present version
 * @param reason the salted digest of the reason
 * @param mandate whose key signs: the use's own or one above it
 */
public record SignedMark(
        UUID entry, Digest seal, Digest use, MarkKind mark, Digest reason, Digest mandate, Instant expiry)
        implements SignedAct {

    private static final Digest TYPE = AbiWords.keccak(
            "Mark(bytes16 entry,bytes32 seal,bytes32 use,uint8 mark,bytes32 reason,bytes32 mandate,uint64 expiry)");

    @Override
    public Digest digest(LedgerDomain domain) {
        return domain.digest(new AbiWords()
                .bytes32(TYPE)
                .bytes16(entry)
                .bytes32(seal)
                .bytes32(use)
                .uint(mark.ordinal())
                .bytes32(reason)
                .bytes32(mandate)
                .time(expiry));
    }
}
