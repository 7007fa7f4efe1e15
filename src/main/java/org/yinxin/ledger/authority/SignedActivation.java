package org.yinxin.ledger.authority;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.shared.Digest;

/**
 * A legal representative's taking of a seal into use.
 *
 * @param mandate the seal's root mandate
 * @param conditions the salted digest of the conditions accepted
 */
public record SignedActivation(UUID entry, Digest seal, Digest mandate, Digest conditions, Instant expiry)
        implements SignedAct {

    private static final Digest TYPE =
            AbiWords.keccak("Activate(bytes16 entry,bytes32 seal,bytes32 mandate,bytes32 conditions,uint64 expiry)");

    @Override
    public Digest digest(LedgerDomain domain) {
        return domain.digest(new AbiWords()
                .bytes32(TYPE)
                .bytes16(entry)
                .bytes32(seal)
                .bytes32(mandate)
                .bytes32(conditions)
                .time(expiry));
    }
}
