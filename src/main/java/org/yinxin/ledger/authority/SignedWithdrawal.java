package org.yinxin.ledger.authority;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.shared.Digest;

/**
 * The withdrawal of a mandate.
 *
 * @param by the mandate whose key signs: one above the withdrawn mandate, or itself when its holder gives it up
 * @param reason the salted digest of the reason
 */
public record SignedWithdrawal(UUID entry, Digest mandate, Digest by, Digest reason, Instant expiry)
        implements SignedAct {

    private static final Digest TYPE =
            AbiWords.keccak("Withdraw(bytes16 entry,bytes32 mandate,bytes32 by,bytes32 reason,uint64 expiry)");

    @Override
    public Digest digest(LedgerDomain domain) {
        return domain.digest(new AbiWords()
                .bytes32(TYPE)
                .bytes16(entry)
                .bytes32(mandate)
                .bytes32(by)
                .bytes32(reason)
                .time(expiry));
    }
}
