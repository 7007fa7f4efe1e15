package org.yinxin.ledger.proof;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256, the hash of Ethereum (not SHA3-256, whose padding differs). */
final class Keccak {

    private Keccak() {}

    static byte[] hash(byte[]... parts) {
        KeccakDigest digest = new KeccakDigest(256);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }
}
