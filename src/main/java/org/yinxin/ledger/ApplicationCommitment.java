package org.yinxin.ledger;

import java.nio.ByteBuffer;
import org.bouncycastle.jcajce.provider.digest.Keccak;
import org.yinxin.shared.Digest;

/**
 * What three bureaus approve and a seal is issued over, in the four parts that the contract must tell apart.
 *
 * @param application the application's random identifier on the chain
 * @param enterprise the commitment to the enterprise, the same for each of its applications
 * @param physicalSeal the commitment to the filed physical seal, the same for each application over it
 * @param content the salted digest of everything else that the officers see
 */
public record ApplicationCommitment(Digest application, Digest enterprise, Digest physicalSeal, Digest content) {

    /** keccak256(abi.encode(application, enterprise, physicalSeal, content)), as the contract computes it. */
    public Digest digest() {
        ByteBuffer encoded = ByteBuffer.allocate(4 * Digest.LENGTH);
        encoded.put(application.bytes())
                .put(enterprise.bytes())
                .put(physicalSeal.bytes())
                .put(content.bytes());
        return Digest.of(new Keccak.Digest256().digest(encoded.array()));
    }
}
