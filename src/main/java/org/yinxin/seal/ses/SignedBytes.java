package org.yinxin.seal.ses;

import org.bouncycastle.crypto.digests.SM3Digest;

/** What a signature's data hash is taken of; asked for a second digest only where the plain one does not match. */
@FunctionalInterface
public interface SignedBytes {

    /** SM3 over the prefix and then over everything that was signed. */
    byte[] digestAfter(byte[] prefix);

    /** These parts, one after the other. */
    static SignedBytes of(byte[]... parts) {
        return prefix -> {
            SM3Digest sm3 = new SM3Digest();
            sm3.update(prefix, 0, prefix.length);
            for (byte[] part : parts) {
                sm3.update(part, 0, part.length);
            }
            return result(sm3);
        };
    }

    /**
     * Parts of a file as a PDF's ByteRange names them.
     *
     * @param range pairs of offset and length, inside the file
     */
    static SignedBytes ofRange(byte[] file, int... range) {
        return prefix -> {
            SM3Digest sm3 = new SM3Digest();
            sm3.update(prefix, 0, prefix.length);
            for (int i = 0; i + 1 < range.length; i += 2) {
                sm3.update(file, range[i], range[i + 1]);
            }
            return result(sm3);
        };
    }

    private static byte[] result(SM3Digest sm3) {
        byte[] digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return digest;
    }
}
