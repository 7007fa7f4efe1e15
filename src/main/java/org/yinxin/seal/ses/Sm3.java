package org.yinxin.seal.ses;

import org.bouncycastle.crypto.digests.SM3Digest;

/** Plain SM3 (GB/T 32905), without the Z prefix of SM2 signatures. */
public final class Sm3 {

    private Sm3() {}

    public static byte[] digest(byte[] data) {
        SM3Digest sm3 = new SM3Digest();
        sm3.update(data, 0, data.length);
        byte[] digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return digest;
    }
}
