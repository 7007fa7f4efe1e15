package org.yinxin.ledger.authority;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.shared.Digest;

/**
 * A use as the handler authorises it, before the document is sealed.
 *
 * @param entry the ledger entry that will carry it, so that the signature serves once
 * @param seal the seal's identifier on the chain
 * @param use the use code's identifier on the chain
 * @param authorised the commitment to file, places and purpose
 * @param purpose the commitment to the purpose
 * @param mandate the handler's mandate on the chain
 * @param kind the salted leaf of the document's kind ({@link KindTree}); zero where the mandate allows every kind
 * @param expiry after which the contract no longer takes it, in whole seconds
 */
public record SignedUse(
        UUID entry,
        Digest seal,
        Digest use,
        Digest authorised,
        Digest purpose,
        Digest mandate,
        Digest kind,
        Instant expiry)
        implements SignedAct {

    private static final Digest TYPE = AbiWords.keccak(
            "Use(bytes16 entry,bytes32 seal,bytes32 use,bytes32 authorised,bytes32 purpose,bytes32 mandate,bytes32 kind,uint64 expiry)");

    @Override
    public Digest digest(LedgerDomain domain) {
        return domain.digest(new AbiWords()
                .bytes32(TYPE)
                .bytes16(entry)
                .bytes32(seal)
                .bytes32(use)
                .bytes32(authorised)
                .bytes32(purpose)
                .bytes32(mandate)
                .bytes32(kind)
                .time(expiry));
    }
}
