package org.yinxin.ledger.authority;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.shared.Digest;

/** The giving of a mandate, signed by the key of the mandate above. */
public record SignedMandate(UUID entry, MandateTerms terms, Instant expiry) implements SignedAct {

    private static final Digest TYPE = AbiWords.keccak(
            "Give(bytes16 entry,bytes32 mandate,bytes32 seal,bytes32 above,uint8 keyKind,bytes32 x,bytes32 y,"
                    + "uint64 validFrom,uint64 validTo,uint32 limit,bytes32 kinds,bool delegable,uint64 expiry)");

    @Override
    public Digest digest(LedgerDomain domain) {
        return domain.digest(new AbiWords()
                .bytes32(TYPE)
                .bytes16(entry)
                .bytes32(terms.mandate())
                .bytes32(terms.seal())
                .bytes32(terms.above())
                .uint(terms.key().kind().onChain())
                .bytes32(terms.key().x())
                .bytes32(terms.key().y())
                .time(terms.validFrom())
                .time(terms.validTo())
                .uint(terms.limit())
                .bytes32(terms.kinds())
                .bool(terms.delegable())
                .time(expiry));
    }
}
