package org.yinxin.sealing.pdf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.digests.SM3Digest;

/** A file without the gap in which its signature value stands: what a signature covers. */
record CoveredBytes(byte[] file, int gapStart, int gapEnd) {

    byte[] sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, 0, gapStart);
            digest.update(file, gapEnd, file.length - gapEnd);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sm3() {
        SM3Digest digest = new SM3Digest();
        digest.update(file, 0, gapStart);
        digest.update(file, gapEnd, file.length - gapEnd);
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }

    /** As it stands in the file's byte range. */
    String range() {
        return "[0 " + gapStart + " " + gapEnd + " " + (file.length - gapEnd) + "]";
    }
}
