package org.yinxin.ledger;

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
 * @param key the legal representative's, which becomes the root of the seal's mandates
 */
public record ApplicationCommitment(
        Digest application, Digest enterprise, Digest physicalSeal, Digest content, AuthorityKey key) {

    /** keccak256(abi.encode(application, enterprise, physicalSeal, content, key's digest)), as the contract computes it. */
    public Digest digest() {
        return digest(application, enterprise, physicalSeal, content, key.digest());
    }

    /** Of what was submitted before keys were asked for: it can be returned or refused, and nothing is issued over it. */
    public static Digest withoutKey(Digest application, Digest enterprise, Digest physicalSeal, Digest content) {
        return digest(application, enterprise, physicalSeal, content, Digest.of(new byte[Digest.LENGTH]));
    }

    private static Digest digest(
            Digest application, Digest enterprise, Digest physicalSeal, Digest content, Digest key) {
        return new AbiWords()
                .bytes32(application)
                .bytes32(enterprise)
                .bytes32(physicalSeal)
                .bytes32(content)
                .bytes32(key)
                .keccak();
    }
}
