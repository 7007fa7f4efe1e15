package org.yinxin.ledger;

import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.authority.AbiWords;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.shared.Digest;

/**
 * What three bureaus approve and a seal is issued over, in the parts that the contract must tell apart.
 *
 * @param application the application's random identifier on the chain
 * @param enterprise the commitment to the enterprise, the same for each of its applications
 * @param physicalSeal the commitment to the filed physical seal, the same for each application over it
 * @param content the salted digest of everything else that the officers see
 * @param key the legal representative's, which becomes the root of the seal's mandates; null in what was submitted
 *     before keys were asked for, over which the contract issues nothing
 */
public record ApplicationCommitment(
        Digest application,
        Digest enterprise,
        Digest physicalSeal,
        Digest content,
        @Nullable AuthorityKey key) {

    /** keccak256(abi.encode(application, enterprise, physicalSeal, content, key's digest)), as the contract computes it. */
    public Digest digest() {
        return new AbiWords()
                .bytes32(application)
                .bytes32(enterprise)
                .bytes32(physicalSeal)
                .bytes32(content)
                .bytes32(key == null ? Digest.of(new byte[Digest.LENGTH]) : key.digest())
                .keccak();
    }
}
