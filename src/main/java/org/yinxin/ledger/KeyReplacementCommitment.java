package org.yinxin.ledger;

import org.yinxin.ledger.authority.AbiWords;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.shared.Digest;

/**
 * What three bureaus approve when a lost key is replaced, in the parts that the contract must tell apart.
 *
 * @param application the application's random identifier on the chain
 * @param seal the seal's identifier on the chain
 * @param content the salted digest of everything else that the officers see
 * @param key the new root of the seal's mandates
 */
public record KeyReplacementCommitment(Digest application, Digest seal, Digest content, AuthorityKey key) {

    private static final Digest KIND = AbiWords.keccak("yinxin.key-replacement");

    /** As the contract computes it; never the digest of an application for a seal. */
    public Digest digest() {
        return new AbiWords()
                .bytes32(KIND)
                .bytes32(application)
                .bytes32(seal)
                .bytes32(key.digest())
                .bytes32(content)
                .keccak();
    }
}
